import { CANARY } from './canaries.ts'
import type { Json } from './fake-list.ts'

/** Numbers as Beget makes them, one for each place of a list. */
export const fakeId = (kind: string, index: number): string =>
  `${kind}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`

export const serverId = (index: number): string => fakeId('3f0b5a52', index)

const SIZES = [
  { cpu: 1, memory: 1024, disk: 10_240, day: 7 },
  { cpu: 2, memory: 4096, disk: 40_960, day: 22 },
  { cpu: 2, memory: 2048, disk: 30_720, day: 9.73 },
  { cpu: 4, memory: 8192, disk: 81_920, day: 44 },
  { cpu: 8, memory: 32_768, disk: 245_760, day: 490 },
] as const

const REGIONS = ['ru1', 'ru2', 'kz1', 'lv1'] as const
const SYSTEMS = [
  ['ubuntu-24-04', 'Ubuntu 24.04', '24.04'],
  ['n8n', 'n8n', '1.108.2'],
  ['debian-12', 'Debian 12', '12'],
] as const

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

export const PROJECT_ID = fakeId('9a1c0000', 0)

/** A server as `/v1/vps/server/list` shows it; a few in every hundred have what makes servers special. */
export function makeServer(index: number): Json {
  const id = serverId(index)
  const { cpu, memory, disk, day } = pick(SIZES, index)
  const [name, title, version] = pick(SYSTEMS, index)
  const number = index + 1
  return {
    id,
    slug: `dapper-ohm-${number}`,
    display_name: `web-${number}`,
    hostname: `web-${number}`,
    configuration: {
      id: `ru1-normal-${cpu}-${memory / 1024}-${disk / 1024}`,
      name: `Standard ${cpu}/${memory / 1024}/${disk / 1024}`,
      cpu_count: cpu,
      disk_size: disk,
      memory,
      bandwidth_public: 250,
      price_day: day,
      price_month: Math.round(day * 3000) / 100,
      available: true,
      custom: false,
      configurable: true,
      region: pick(REGIONS, index),
      group: 'normal_cpu',
    },
    status: 'RUNNING',
    ssh_keys: [
      { id: 812, name: 'laptop', fingerprint: CANARY.sshKey, public_key: CANARY.sshKey, vps_id: [id] },
    ],
    has_password: true,
    manage_enabled: true,
    description: '',
    date_create: '2025-11-19T18:22:58+03:00',
    ip_address: `203.0.${Math.floor(index / 250) % 250}.${(index % 250) + 1}`,
    // Every fourth tells how full its disk is in bytes, the others in megabytes.
    disk_used: String(Math.round(disk * 0.3) * (index % 4 === 3 ? 1_048_576 : 1)),
    disk_left: String(Math.round(disk * 0.7)),
    additional_ip_address: [],
    private_network: [{ network: { id: 77, subnet: '10.20.0.0', mask: '24' }, ip: ['10.20.0.5'] }],
    technical_domain: `dapper-ohm-${number}.beget.app`,
    software: {
      name,
      display_name: title,
      version,
      address: `https://${CANARY.softwareAddress}@web-${number}.beget.app`,
      status: 'INSTALLED',
      field_value: [{ variable: 'admin_password', value: CANARY.softwarePassword }],
      metadata: { admin: { email: 'admin@example.ru', password: CANARY.softwareMetadata } },
      license: [],
    },
    root_pass: CANARY.serverFuture,
    region: pick(REGIONS, index),
    project_id: PROJECT_ID,
    software_id: 45,
    display_rank: number,
  }
}

export const makeSnapshot = (index: number): Json => ({
  id: fakeId('5d000000', index),
  vps_id: serverId(index),
  vps_name: `web-${index + 1}`,
  vps_exists: true,
  date_create: '2026-02-01T03:10:00+03:00',
  size: '11811160064',
  status: 'DONE',
  description: `before upgrade ${index + 1}`,
  configuration: { cpu_count: 2, disk_size: 40_960, memory: 4096 },
  price_day: 1.32,
  region: 'ru1',
  installed_software: { name: 'n8n', display_name: 'n8n', metadata: { password: CANARY.snapshotSoftware } },
})

export const makeImage = (index: number): Json => ({
  id: fakeId('1a600000', index),
  name: `golden-${index + 1}`,
  region: 'ru1',
  status: 'CREATED',
  created_at: '2026-03-01T10:00:00+03:00',
  price: 0.5,
  size_bytes: '5368709120',
  disk_size_bytes: '10737418240',
})

/** Seven copies of each server, as many as Beget keeps. */
export const makeCopy = (index: number): Json => ({
  id: fakeId('c0b40000', index),
  vps_id: serverId(Math.floor(index / 7)),
  vps_name: `web-${Math.floor(index / 7) + 1}`,
  date: `2026-11-${String(14 + (index % 7)).padStart(2, '0')}T02:00:00+03:00`,
  size: '9663676416',
  region: 'ru1',
})

/** What each size costs: the price list. */
export const presets = (): Json[] =>
  SIZES.map(({ cpu, memory, disk, day }) => ({
    id: `ru1-normal-${cpu}-${memory / 1024}-${disk / 1024}`,
    name: `Standard ${cpu}/${memory / 1024}/${disk / 1024}`,
    cpu_count: cpu,
    disk_size: disk,
    memory,
    price_day: day,
    price_month: Math.round(day * 3000) / 100,
    available: true,
    region: 'ru1',
    group: 'normal_cpu',
  }))
