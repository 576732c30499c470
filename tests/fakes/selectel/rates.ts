import type { Meter } from './model.ts'

/** Kopecks an hour and unit; whole ones, so that sums are. RAM by the gigabyte: a megabyte is a fraction in the price list. */
export const RATES = {
  cores: 90,
  ramGb: 32,
  disk: { fast: 8, universal: 5, basic: 1 },
  floatingIp: 24,
  balancer: 170,
  snapshotGb: 3,
  imageGb: 1,
  shareGb: 2,
  databaseCores: 150,
  cluster: 1200,
  registryGb: 4,
  containerGb: 1,
} as const

export type DiskKind = keyof typeof RATES.disk

export const meter = (
  metric: string,
  name: string,
  quantity: number,
  kopecks: number,
  unit = 'GB',
): Meter => ({
  metric,
  name,
  quantity,
  unit,
  kopecks,
})

export const serverMeters = (vcpu: number, ramMb: number): Meter[] => [
  meter('compute_cores', 'vCPU', vcpu, vcpu * RATES.cores, 'item'),
  meter('compute_ram', 'RAM', ramMb, Math.round((ramMb / 1024) * RATES.ramGb), 'MB'),
]

export const diskMeters = (kind: DiskKind, size: number): Meter[] => [
  meter(`volume_gigabytes_${kind}`, `Диск ${kind}`, size, size * RATES.disk[kind]),
]

/** The same rates as a price list: kopecks, for some units fractions of them; a place's group each. */
export function priceRows(pools: readonly string[], account: string): unknown[] {
  const rows: unknown[] = []
  for (const pool of pools) {
    for (const zone of [`${pool}a`, `${pool}b`]) {
      rows.push(
        { resource: 'compute_cores', group: zone, value: RATES.cores, unit: 'item' },
        { resource: 'compute_ram', group: zone, value: RATES.ramGb / 1024, unit: 'MB' },
        ...Object.entries(RATES.disk).map(([kind, value]) => ({
          resource: `volume_gigabytes_${kind}`,
          group: zone,
          value,
          unit: 'GB',
        })),
        { resource: 'share_gigabytes_basic', group: zone, value: RATES.shareGb, unit: 'GB' },
      )
    }
    rows.push(
      { resource: 'network_floatingips', group: pool, value: RATES.floatingIp, unit: 'item' },
      { resource: 'image_gigabytes', group: pool, value: RATES.imageGb, unit: 'GB' },
      { resource: 'exttraffic', group: pool, value: 0.1, unit: 'MB' },
    )
  }
  const [first = 'ru-3'] = pools
  // Prices of one account alone: ours is dearer here, somebody else's is none of our business.
  rows.push(
    { resource: 'volume_gigabytes_basic', group: `${first}b-${account}`, value: 3, unit: 'GB' },
    { resource: 'volume_gigabytes_basic', group: `${first}b-999999`, value: 1000, unit: 'GB' },
  )
  return rows
}
