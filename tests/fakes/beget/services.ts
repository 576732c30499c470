import { CANARY } from './canaries.ts'
import type { Json } from './fake-list.ts'
import { fakeId, PROJECT_ID } from './servers.ts'

export const serviceId = (index: number): string => fakeId('c7b10000', index)

const common = (index: number, name: string, type: string, day: number): Json => ({
  id: serviceId(index),
  configuration_id: `${type.toLowerCase()}-ru1-${day}`,
  display_name: name,
  description: '',
  project_id: PROJECT_ID,
  status: 'RUNNING',
  status_details: '_',
  created_at: '2025-08-02T11:00:00+03:00',
  price_day: day,
  price_month: day * 30,
  manage_enabled: true,
  slug: `service-${index + 1}`,
  credentials: { login: 'root', value: CANARY.serviceFuture },
  region: 'ru1',
  type,
})

const database = (version: string, console: Json, used: string): Json => ({
  configuration: {
    cpu_count: 2,
    disk_size: 20_480,
    memory: 2048,
    version,
    display_version: version,
    param_config: [],
    param_default: {},
  },
  host: 'c7b1.db.beget.cloud',
  port: 5432,
  address_info: {
    public: [{ ip: '203.0.113.40' }],
    private: [{ ip: '10.20.0.9', network_id: 77 }],
  },
  admin_password: CANARY.databasePassword,
  disk_used: used,
  disk_left: '18637',
  read_only: false,
  ...console,
})

const storage = (index: number): Json => ({
  public: false,
  access_key: CANARY.s3AccessKey,
  secret_key: CANARY.s3SecretKey,
  fqdn: `d00${index}.s3.ru1.storage.beget.cloud`,
  cors: [],
  quota_used_size: 5120,
  ftp: {
    host: 'ftp.beget.cloud',
    port: 21,
    login: CANARY.ftpLogin,
    password: CANARY.ftpPassword,
    status: 'ENABLED',
  },
  sftp: { login: CANARY.ftpLogin, password: CANARY.sftpPassword, status: 'ENABLED' },
  attached_cdn: {},
})

const consoleAt = `https://console.beget.cloud/?key=${CANARY.consoleAddress}`

/** A MySQL of the price that real accounts show, a PostgreSQL, a storage and a CDN, over and over. */
export function makeService(index: number): Json {
  const number = index + 1
  switch (index % 4) {
    case 0:
      return {
        ...common(index, `Cloud database ${number}`, 'MYSQL5', 29),
        mysql5: database('5.7.34', { pma_url: consoleAt, pma_installing: false }, '458227712'),
      }
    case 1:
      return {
        ...common(index, `Main PG ${number}`, 'POSTGRESQL15', 30),
        postgresql15: database('15.6', { webui_url: consoleAt, webui_installing: false }, '1843'),
      }
    case 2:
      return { ...common(index, `assets-${number}`, 'S_3', 0.5), s3: storage(index) }
    default:
      return {
        ...common(index, `cdn-${number}`, 'CDN', 3),
        cdn: {
          resource_domain: [{ domain: 'cdn.example-shop.ru', is_technical: false, status: 'WORKING' }],
          source_domain: 'example-shop.ru',
          settings: {},
          ssl_enabled: true,
          traffic: '1024',
        },
      }
  }
}

export const makeDatabaseCopy = (index: number): Json => ({
  id: fakeId('dbc00000', index),
  service_uuid: serviceId(0),
  service_name: 'Cloud database 1',
  version: '5.7.34',
  date: '2026-11-19T02:00:00+03:00',
  size: '409600000',
  region: 'ru1',
})

export const servicePresets = (): Json[] => [
  { id: 'mysql5-ru1-29', price_day: 29, price_month: 870, region: 'ru1', type: 'MYSQL5' },
  {
    id: 's_3-ru1-0.5',
    price_day: 0,
    price_month: 0,
    region: 'ru1',
    type: 'S_3',
    s3: { free_traffic_amount: 1024 },
  },
]
