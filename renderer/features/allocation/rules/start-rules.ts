import type { VirtualKind } from '#shared/contract/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'

/** What people call the keys of their tags, in the order in which they are trusted. */
const keysOf: Record<VirtualKind, readonly string[]> = {
  department: [
    'department',
    'dept',
    'team',
    'division',
    'unit',
    'bu',
    'squad',
    'group',
    'отдел',
    'подразделение',
    'команда',
    'департамент',
  ],
  project: ['project', 'app', 'application', 'service', 'system', 'проект', 'система'],
  product: ['product', 'app', 'application', 'service', 'продукт', 'сервис'],
  feature: ['feature', 'component', 'module', 'функция', 'компонент'],
  client: ['client', 'customer', 'tenant', 'account', 'клиент', 'заказчик', 'контрагент'],
  environment: ['environment', 'env', 'stage', 'среда', 'контур'],
  owner: ['owner', 'responsible', 'contact', 'владелец', 'ответственный'],
  other: [],
}

/** What the program itself keeps for each resource. */
const plainOf: Partial<Record<VirtualKind, CostDimension>> = {
  department: 'businessUnit',
  project: 'project',
  product: 'project',
  environment: 'environment',
  owner: 'owner',
}

const folded = (key: string): string =>
  key
    .toLowerCase()
    .replace(/^.*[/:]/, '')
    .replace(/[\s_-]/g, '')

/** Whose values a new tag of that kind can take as they are: the tags that are there, then the program's own field. */
export function startDimensions(kind: VirtualKind, tagKeys: readonly string[]): CostDimension[] {
  const rank = (key: string): number => keysOf[kind].indexOf(folded(key))
  const tags = tagKeys
    .filter((key) => rank(key) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .map((key): CostDimension => `tag:${key}`)
  const plain = plainOf[kind]
  return plain ? [...tags, plain] : tags
}
