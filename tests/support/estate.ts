import { randomNumbers } from './random.ts'

/** A resource of an invented company, and whose it really is. */
export type EstateResource = {
  ref: string
  name: string
  owner: string
  subAccount: string
  service: string
  region: string
  tags: Record<string, string> | null
  /** In whole roubles. */
  cost: number
}

type Department = { name: string; words: string[]; subAccount: string; services: number[]; region: number }

const DEPARTMENTS: Department[] = [
  {
    name: 'Магазин',
    words: ['shop-web', 'shop-api', 'basket', 'shop-db'],
    subAccount: 'retail',
    services: [0, 1, 2],
    region: 0,
  },
  {
    name: 'Логистика',
    words: ['logistika', 'wms', 'routes-api'],
    subAccount: 'logistics',
    services: [0, 1, 3],
    region: 1,
  },
  {
    name: 'Маркетинг',
    words: ['promo', 'crm-web', 'mailer'],
    subAccount: 'retail',
    services: [0, 2, 4],
    region: 0,
  },
  {
    name: 'Финансы',
    words: ['fin-core', 'billing', 'ledger-db'],
    subAccount: 'finance',
    services: [1, 5],
    region: 2,
  },
  {
    name: 'Аналитика',
    words: ['bi-etl', 'dwh', 'spark'],
    subAccount: 'data',
    services: [3, 5, 6],
    region: 1,
  },
  {
    name: 'Платформа',
    words: ['k8s-node', 'gitlab', 'monitor'],
    subAccount: 'shared',
    services: [0, 6, 7],
    region: 2,
  },
]
const SERVICES = [
  'Compute',
  'Databases',
  'CDN',
  'Block Storage',
  'Mail',
  'Object Storage',
  'Kubernetes',
  'Registry',
]
const KINDS = ['', '-prod', '-stage', '-dev']

/**
 * Half of the resources have a tag that says whose they are. Names mostly tell it too: of a hundred, fourteen have
 * nothing but a number and four are named after somebody else. A quarter stands in an account that all share.
 */
export function estateOf(size: number, seed = 7): EstateResource[] {
  const next = randomNumbers(seed)
  const one = <T>(list: readonly T[]): T => list[next(list.length)] as T
  return Array.from({ length: size }, (_, at): EstateResource => {
    const department = one(DEPARTMENTS)
    const chance = next(100)
    const named = chance < 4 ? one(DEPARTMENTS) : department
    const name =
      chance >= 86
        ? `i-${(at * 2654435761).toString(16).slice(-8)}`
        : `${one(named.words)}${one(KINDS)}-${String(next(90) + 10)}`
    return {
      ref: `vm-${String(at).padStart(5, '0')}`,
      name,
      owner: department.name,
      subAccount: next(4) === 0 ? 'common' : department.subAccount,
      service: next(12) === 0 ? one(SERVICES) : (SERVICES[one(department.services)] ?? ''),
      region: next(5) === 0 ? `ru-${next(3)}` : `ru-${department.region}`,
      tags: next(2) === 0 ? { team: department.name } : next(3) === 0 ? { env: 'prod' } : null,
      cost: 50 + next(20) * next(200),
    }
  })
}
