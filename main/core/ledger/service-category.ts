import type { Provider } from '#shared/contract/values.ts'

/** FOCUS's categories of the services that a provider's files name without one. The first hit of the provider holds. */
const KNOWN: Partial<Record<Provider, readonly (readonly [RegExp, string])[]>> = {
  yandex: [
    [/^compute cloud|bare ?metal|container|kubernetes|functions|serverless|instance/i, 'Compute'],
    [/object storage|disk|backup|snapshot/i, 'Storage'],
    [/managed service for|mdb|ydb|database|storedoc|sharded/i, 'Databases'],
    [/data ?proc|data ?lens|data ?transfer|query|metadata hub/i, 'Analytics'],
    [/datasphere|foundation|speech|translate|vision|gpt|search api/i, 'AI and Machine Learning'],
    [/virtual private|network|load balancer|cdn|dns|interconnect/i, 'Networking'],
    [/smart ?web|kms|key management|lockbox|certificate|security|captcha|ddos|waf/i, 'Security'],
    [/message queue|workflows|eventrouter|api gateway|postbox/i, 'Integration'],
    [/monitoring|logging|audit|support|cloud center/i, 'Management and Governance'],
    [/iot/i, 'Internet of Things'],
    [/tracker|wiki|forms|360/i, 'Business Applications'],
    [/registry|sourcecraft|code assistant/i, 'Developer Tools'],
    [/identity|iam/i, 'Identity'],
  ],
  aws: [
    [/ec2$|ec2 |elastic compute|lambda|ecs|eks|fargate|lightsail|batch|container/i, 'Compute'],
    [/s3|simple storage|ebs|elastic file|\befs\b|glacier|fsx|backup/i, 'Storage'],
    [/rds|relational database|dynamodb|elasticache|memorydb|docdb|documentdb|neptune|redshift/i, 'Databases'],
    [/athena|glue|emr|elasticmapreduce|kinesis|quicksight|opensearch|\bes\b|msk/i, 'Analytics'],
    [/sagemaker|bedrock|comprehend|rekognition|polly|transcribe|textract|lex/i, 'AI and Machine Learning'],
    [
      /vpc|route ?53|cloudfront|elb|elastic load|direct ?connect|datatransfer|data transfer|globalaccel/i,
      'Networking',
    ],
    [/kms|key management|secrets|guardduty|waf|shield|inspector|securityhub|acm|macie/i, 'Security'],
    [/sqs|sns|queue|notification|states|step functions|events|apigateway|api gateway|mq\b/i, 'Integration'],
    [
      /cloudwatch|cloudtrail|config|support|systems ?manager|costexplorer|cost explorer|ssm/i,
      'Management and Governance',
    ],
    [/cognito|directory|identity/i, 'Identity'],
    [/codebuild|codepipeline|codecommit|codeartifact|xray|ecr/i, 'Developer Tools'],
    [/iot/i, 'Internet of Things'],
    [/workspaces|workmail|connect|chime/i, 'Business Applications'],
    [/amplify|appsync|beanstalk/i, 'Web'],
  ],
  azure: [
    [/virtual machines|container|kubernetes|functions|cloud services|batch|vmware|desktop/i, 'Compute'],
    [/storage|backup|netapp|disk/i, 'Storage'],
    [/sql|cosmos|database|redis|mariadb|mysql|postgre/i, 'Databases'],
    [
      /synapse|data factory|databricks|stream analytics|power bi|hdinsight|data explorer|fabric/i,
      'Analytics',
    ],
    [/machine learning|cognitive|openai|ai |bot/i, 'AI and Machine Learning'],
    [
      /virtual network|bandwidth|load balancer|vpn|expressroute|dns|front door|cdn|application gateway|ip addr/i,
      'Networking',
    ],
    [/key vault|defender|sentinel|firewall|ddos|security/i, 'Security'],
    [/service bus|event|logic apps|api management|notification/i, 'Integration'],
    [/monitor|log analytics|automation|support|advisor|policy/i, 'Management and Governance'],
    [/active directory|entra/i, 'Identity'],
    [/devops|dev ?box|registry/i, 'Developer Tools'],
    [/iot/i, 'Internet of Things'],
    [/app service|static web/i, 'Web'],
  ],
  gcp: [
    [/compute engine|kubernetes|cloud run|functions|app engine|batch|vmware/i, 'Compute'],
    [/cloud storage|filestore|backup/i, 'Storage'],
    [/cloud sql|spanner|firestore|bigtable|memorystore|alloydb|datastore/i, 'Databases'],
    [/bigquery|dataflow|dataproc|looker|composer|data fusion|pub\/sub lite/i, 'Analytics'],
    [/vertex|gemini|speech|vision|natural language|translation|dialogflow|ai /i, 'AI and Machine Learning'],
    [/networking|vpc|interconnect|cdn|dns|load balanc|vpn/i, 'Networking'],
    [/key management|secret|armor|security|recaptcha/i, 'Security'],
    [/pub\/sub|workflows|tasks|scheduler|apigee|eventarc/i, 'Integration'],
    [/logging|monitoring|support|observability|operations/i, 'Management and Governance'],
    [/identity/i, 'Identity'],
    [/build|registry|source repositories|artifact/i, 'Developer Tools'],
    [/maps|firebase/i, 'Web'],
  ],
}

/** Russian names of services, and those of whatever is not listed above. */
const COMMON: readonly (readonly [RegExp, string])[] = [
  [
    /резервн|бэкап|backup|снапшот|snapshot|объектн|object|хранилищ|\bs3\b|диск|disk|volume|файлов|nfs/i,
    'Storage',
  ],
  [/баз\S* данных|база данных|database|dbaas|postgre|mysql|redis|mongo|clickhouse|opensearch/i, 'Databases'],
  [
    /kubernetes|k8s|контейнер|container|vps|vds|сервер|server|виртуальн\S* машин|вычислен|compute|cloud_vm|vcpu|ram\b/i,
    'Compute',
  ],
  [
    /cdn|балансировщик|balancer|\bip\b|ip-адрес|сет[ьи]|network|трафик|traffic|dns|vpn|роутер|router/i,
    'Networking',
  ],
  [/ddos|firewall|защит|ssl|сертификат|security/i, 'Security'],
  [/kafka|rabbit|очеред|queue/i, 'Integration'],
  [/мониторинг|monitoring|логи|logging|поддержк|support/i, 'Management and Governance'],
  [/\bml\b|gpt|ai\b|нейро|inference/i, 'AI and Machine Learning'],
  [/почт|mail|лицензи/i, 'Business Applications'],
  [/реестр|registry|gitlab/i, 'Developer Tools'],
  [/хостинг|hosting|сайт|домен|domain|приложени|apps?\b/i, 'Web'],
]

const known = new Map<string, string>()

/** One service has one category; what nothing tells of is `Other`. */
export function serviceCategoryOf(provider: Provider, service: string): string {
  const name = `${provider} ${service}`
  let category = known.get(name)
  if (category === undefined) {
    const table = [...(KNOWN[provider] ?? []), ...COMMON]
    category = table.find(([words]) => words.test(service))?.[1] ?? 'Other'
    if (known.size > 5_000) known.clear()
    known.set(name, category)
  }
  return category
}
