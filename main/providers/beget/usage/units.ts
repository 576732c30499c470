import type { Usage } from '#main/core/model/findings.ts'

/** A machine as its measures are read: what it has of each. Nought: not known. */
export type Machine = { cores: number; ramGb: number; diskGb: number; mbps: number }

export const capacityOf = (metric: Usage['metric'], machine: Machine): number =>
  ({ cpu: machine.cores, ram: machine.ramGb, disk: machine.diskGb, network: machine.mbps })[metric]

const KB = 1024
/** Measuring overshoots a little; what is far above what the machine has was told in a smaller unit. */
const SLACK = 1.1

/**
 * What one unit of the API's figures is in ours. Beget's description names no units: memory was seen in megabytes, the
 * traffic is taken for bytes a second, and the processor for percent, of one core or of all. Where the highest figure
 * would be more than the machine has, the next smaller unit is meant.
 */
export function unitOf(metric: Usage['metric'], peak: number, machine: Machine): number {
  switch (metric) {
    case 'cpu':
      // Above a hundred it can only be the sum over the cores.
      return peak > 100 ? 1 / 100 : Math.max(1, machine.cores) / 100
    case 'ram':
      return fitting([1 / KB, 1 / KB ** 2, 1 / KB ** 3], peak, machine.ramGb)
    case 'disk':
      return fitting([1 / KB, 1 / KB ** 2, 1 / KB ** 3], peak, machine.diskGb)
    case 'network':
      return fitting([8 / 1e6, 1 / 1e6], peak, machine.mbps)
  }
}

function fitting(units: readonly number[], peak: number, capacity: number): number {
  const [first = 1] = units
  if (capacity <= 0) return first
  return units.find((unit) => peak * unit <= capacity * SLACK) ?? units.at(-1) ?? first
}
