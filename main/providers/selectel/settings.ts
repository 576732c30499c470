import type { AccountContext } from '../provider.ts'

export type SelectelSettings = {
  /** Opens the account: bills, projects, prices. */
  token: string
  /** Opens the projects: what runs in them. Null: only the bill is read. */
  user: { name: string; password: string } | null
  /** Number of the account, where the person states it. */
  account: string | null
  identityUrl: string
  apiUrl: string
  /** Address of a pool's service, with `{service}` and `{pool}` in it; null: Selectel's own. */
  poolTemplate: string | null
}

export const IDENTITY_URL = 'https://cloud.api.selcloud.ru/identity/v3'
export const API_URL = 'https://api.selectel.ru'

/** Used where the catalogue of services comes empty. */
export const POOLS = [
  'ru-1',
  'ru-2',
  'ru-3',
  'ru-6',
  'ru-7',
  'ru-8',
  'ru-9',
  'gis-1',
  'gis-2',
  'uz-1',
  'uz-2',
  'kz-1',
  'ke-1',
] as const

export function readSettings({ settings, secrets }: AccountContext): SelectelSettings {
  const text = (value: string | undefined): string | null => value?.trim() || null
  const name = text(settings.user)
  const password = secrets.password || null
  return {
    token: text(secrets.token) ?? '',
    user: name && password ? { name, password } : null,
    account: text(settings.account),
    identityUrl: address(text(settings.identityUrl) ?? IDENTITY_URL),
    apiUrl: address(text(settings.apiUrl) ?? API_URL),
    poolTemplate: text(settings.poolTemplate),
  }
}

const address = (url: string): string => url.replace(/\/+$/, '')

/** Services that stand outside of the catalogue or may be missing in it. */
export type PoolService = 'cloud' | 'dbaas' | 'mks' | 'cr' | 'swift'

const TEMPLATES: Record<PoolService, string> = {
  cloud: 'https://{pool}.cloud.api.selcloud.ru',
  dbaas: 'https://{pool}.dbaas.selcloud.ru/v1',
  mks: 'https://{pool}.mks.selcloud.ru/v1',
  cr: 'https://cr.selcloud.ru/api/v1',
  swift: 'https://swift.{pool}.storage.selcloud.ru/v1',
}

export function poolAddress({ poolTemplate }: SelectelSettings, service: PoolService, pool: string): string {
  const template = poolTemplate ?? TEMPLATES[service]
  return address(template.replaceAll('{service}', service).replaceAll('{pool}', pool))
}

/** Paths of OpenStack's services under a pool's address, by the names that catalogues give them. */
const CLOUD_PATHS: Readonly<Record<string, string>> = {
  compute: '/compute/v2.1',
  volumev3: '/volume/v3',
  network: '/network',
  image: '/image',
  sharev2: '/share/v2',
  'load-balancer': '/load-balancer',
  metric: '/metric',
}

/** Where a pool's service stands when the catalogue is silent; null for a service that nobody knows the address of. */
export function knownAddress(
  settings: SelectelSettings,
  types: readonly string[],
  pool: string,
): string | null {
  const path = types.map((type) => CLOUD_PATHS[type]).find((known) => known !== undefined)
  return path === undefined ? null : `${poolAddress(settings, 'cloud', pool)}${path}`
}
