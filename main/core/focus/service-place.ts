import { categoryOfSubcategory, isServiceCategory, type ServiceCategory } from './allowed.ts'

/** Words of a service's name, in the languages of its provider, by which its subcategory is told. The first hit holds. */
const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/kubernetes|контейнер|container|\b(eks|ecs|aks|gke)\b/i, 'Containers'],
  [/lambda|functions|функци|serverless|бессерверн|cloud run/i, 'Serverless Compute'],
  [/redis|valkey|memcached|elasticache|кэш/i, 'Caching'],
  [/mongo|dynamo|cosmos|cassandra|ydb|firestore|nosql/i, 'NoSQL Databases'],
  [/clickhouse|redshift|bigquery|greenplum|synapse|хранилищ\S* данных|data ?warehouse/i, 'Data Warehouses'],
  [/timescale|timestream|influx/i, 'Time Series Databases'],
  [/postgre|mysql|mariadb|\brds\b|sql|баз\S* данных|database/i, 'Relational Databases'],
  [/opensearch|elasticsearch|поиск/i, 'Search'],
  [/kafka|rabbit|\bsqs\b|\bsns\b|pub\/sub|service bus|очеред|message/i, 'Messaging'],
  [/резервн|backup|бэкап|снапшот|snapshot/i, 'Backup Storage'],
  [/object storage|объектн|\bs3\b|simple storage|blob|cloud storage/i, 'Object Storage'],
  [/файлов|file ?st|\befs\b|\bnfs\b|filestore/i, 'File Storage'],
  [/диск|disk|volume|\bebs\b|block/i, 'Block Storage'],
  [/\bcdn\b|cloudfront|front door|доставк\S* контента/i, 'Content Delivery'],
  [/балансировщик|load balanc/i, 'Application Networking'],
  [/ddos|firewall|защит|\bwaf\b/i, 'Network Security'],
  [/\bdns\b|route 53|роутер|router|маршрут/i, 'Network Routing'],
  [/\bvpn\b|interconnect|direct connect|expressroute|трафик|traffic|transfer/i, 'Network Connectivity'],
  [/\bip\b|ip-адрес|\bvpc\b|virtual network|сет[ьи]|network/i, 'Network Infrastructure'],
  [/kms|secret|lockbox|key vault|секрет|ключ/i, 'Secret Management'],
  [/\biam\b|identity|active directory|entra/i, 'Identity and Access Management'],
  [/monitor|мониторинг|cloudwatch|logging|логи/i, 'Observability'],
  [/support|поддержк/i, 'Support'],
  [/registry|реестр/i, 'Developer Platforms'],
  [/gpt|bedrock|openai|speech|generative|нейро/i, 'Generative AI'],
  [/sagemaker|machine learning|datasphere|\bml\b/i, 'Machine Learning'],
  [/почт|mail|workspace|office/i, 'Productivity and Collaboration'],
  [/хостинг|hosting|сайт|домен|app service|beanstalk/i, 'Application Platforms'],
  [/vps|\bec2\b|сервер|server|compute|virtual machine|виртуальн\S* машин/i, 'Virtual Machines'],
]

/**
 * Where a service stands in FOCUS. One name has one place in a file: whoever writes asks once for each name. A
 * category that FOCUS does not know is `Other`; a subcategory that nothing tells of is `Other (<category>)`.
 */
export function placeOf(
  service: string,
  category: string,
  subcategory: string | null,
): { category: ServiceCategory; subcategory: string } {
  const known = isServiceCategory(category) ? category : null
  const told = subcategory === null ? undefined : categoryOfSubcategory(subcategory)
  if (told && subcategory !== null && (known === null || known === told))
    return { category: told, subcategory }
  const own = known ?? 'Other'
  const found = BY_WORDS.find(([words, name]) => categoryOfSubcategory(name) === own && words.test(service))
  return { category: own, subcategory: found?.[1] ?? `Other (${own})` }
}
