import { categoryOf } from '#main/core/sync/service-category.ts'
import type { ResourceType } from '#shared/contract/resources.ts'

/** Words of the bill, of the price list and of the flat report that mean one type each; the first that begins a word wins. */
const PREFIXES: readonly (readonly [string, ResourceType])[] = [
  ['cloud_vm', 'server'],
  ['compute_', 'server'],
  ['volume_backups', 'backup'],
  ['volume', 'volume'],
  ['backup', 'backup'],
  ['snapshot', 'snapshot'],
  // A paid system image is a licence; only the gigabytes are storage.
  ['image_gigabytes', 'image'],
  ['image_', 'license'],
  ['license', 'license'],
  ['share', 'file_storage'],
  ['file_storage', 'file_storage'],
  ['network_load_balancer', 'load_balancer'],
  ['load_balancer', 'load_balancer'],
  ['network_floating', 'ip_address'],
  ['network_public_ip', 'ip_address'],
  ['floating', 'ip_address'],
  ['network_traffic', 'traffic'],
  ['network', 'network'],
  ['exttraffic', 'traffic'],
  ['traffic', 'traffic'],
  ['dbaas_redis', 'cache'],
  ['dbaas_valkey', 'cache'],
  ['dbaas', 'database'],
  ['mks', 'kubernetes'],
  ['kubernetes', 'kubernetes'],
  ['craas', 'registry'],
  ['s3', 'object_storage'],
  ['storage', 'object_storage'],
  ['private_storage', 'object_storage'],
  ['cdn', 'cdn'],
  ['dedicated', 'dedicated'],
  ['serverchip', 'dedicated'],
]

/** Our type for the bill's word; where that says nothing, for what is counted on the thing. */
export function typeOf(kind: string, metrics: readonly string[]): ResourceType | null {
  const named = typeOfWord(kind)
  if (named) return named
  const counted = metrics.map(typeOfWord).filter((type) => type !== null)
  // A server is billed for traffic and licences too; what computes is the server.
  return counted.find((type) => type === 'server') ?? counted[0] ?? null
}

function typeOfWord(word: string): ResourceType | null {
  const lower = word.toLowerCase()
  // The flat report says `server` for a dedicated one.
  if (lower === 'server') return 'dedicated'
  return PREFIXES.find(([prefix]) => lower.startsWith(prefix))?.[1] ?? null
}

/** Products as Selectel's panel names them. */
const SERVICES: Partial<Record<ResourceType, string>> = {
  server: 'Облачные серверы',
  volume: 'Облачные диски',
  backup: 'Резервное копирование',
  snapshot: 'Снапшоты и образы',
  image: 'Снапшоты и образы',
  license: 'Лицензии',
  file_storage: 'Файловое хранилище',
  load_balancer: 'Балансировщики нагрузки',
  ip_address: 'Публичные IP-адреса',
  network: 'Сети',
  traffic: 'Исходящий трафик',
  database: 'Облачные базы данных',
  cache: 'Облачные базы данных',
  kubernetes: 'Managed Kubernetes',
  registry: 'Container Registry',
  object_storage: 'Объектное хранилище',
  cdn: 'CDN',
  dedicated: 'Выделенные серверы',
}

const PRODUCTS: Readonly<Record<string, string>> = {
  vpc: 'Облачная платформа',
  serverless: 'Бессерверные вычисления',
  vmware: 'Облако на базе VMware',
  ones: 'Облако 1С',
  mobfarm: 'Мобильная ферма',
  ses: 'Почтовый сервис',
}

export const serviceOf = (type: ResourceType | null, product: string): string =>
  (type && SERVICES[type]) ?? PRODUCTS[product] ?? product

export const serviceCategoryOf = (type: ResourceType | null): string => categoryOf(type ?? 'other')
