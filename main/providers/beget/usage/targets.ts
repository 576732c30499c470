import type { Usage } from '#main/core/model/findings.ts'
import { type Day, dayInZone, daysBetween } from '#shared/lib/day.ts'
import { databaseOf, kindOf } from '../cloud/kinds.ts'
import type { WireService } from '../cloud/wire.ts'
import { gbOfMb, usedMb } from '../common/sizes.ts'
import { BILLING_ZONE } from '../common/zone.ts'
import type { WireServer } from '../vps/wire.ts'
import type { Machine } from './units.ts'

/** `cpu`… as the address of the statistics names it. */
export type Statistic = 'cpu' | 'memory' | 'disk-usage' | 'network'

/** Something that is measured. `diskUsedGb`: what the list itself says, where the statistics say nothing. */
export type Target = {
  ref: string
  machine: Machine
  pathOf(statistic: Statistic): string
  diskUsedGb: number | null
}

export const METRICS: Readonly<Record<Statistic, Usage['metric']>> = {
  cpu: 'cpu',
  memory: 'ram',
  'disk-usage': 'disk',
  network: 'network',
}

/** A server that is blocked or gone measures nothing. */
export function targetOfServer(wire: WireServer): Target | null {
  const { configuration, id } = wire
  if (wire.archived || wire.status?.toUpperCase() === 'REMOVED') return null
  return {
    ref: id,
    machine: machineOf(configuration, configuration.bandwidth_public),
    pathOf: (statistic) => `/v1/vps/statistic/${statistic}/${encodeURIComponent(id)}`,
    diskUsedGb: gbOfMb(usedMb(wire.disk_used, configuration.disk_size)),
  }
}

export function targetOfService(wire: WireService): Target | null {
  const { statistics } = kindOf(wire.type ?? '')
  const database = databaseOf(wire)
  if (statistics === null || database === null || wire.status?.toUpperCase() === 'SUSPENDED') return null
  const { configuration } = database
  return {
    ref: wire.id,
    machine: machineOf(configuration, null),
    pathOf: (statistic) => `/v1/cloud/${statistics}/${encodeURIComponent(wire.id)}/statistic/${statistic}`,
    diskUsedGb: gbOfMb(usedMb(database.disk_used, configuration.disk_size)),
  }
}

type Sizes = { cpu_count: number | null; memory: number | null; disk_size: number | null }

const machineOf = ({ cpu_count, memory, disk_size }: Sizes, mbps: number | null): Machine => ({
  cores: cpu_count ?? 0,
  ramGb: gbOfMb(memory) ?? 0,
  diskGb: gbOfMb(disk_size) ?? 0,
  mbps: mbps ?? 0,
})

/** The shortest stretch that holds the whole of the first day asked for: half of a day would pass for all of it. */
export function periodFor(from: Day, nowMs: number): 'DAY' | 'WEEK' | 'MONTH' {
  const days = daysBetween(from, dayInZone(nowMs, BILLING_ZONE))
  if (days <= 0) return 'DAY'
  return days < 7 ? 'WEEK' : 'MONTH'
}
