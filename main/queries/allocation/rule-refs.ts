import { getTableName } from 'drizzle-orm'
import { looksAtMonth } from '#main/core/allocation/rule-dates.ts'
import { hierarchies, unitSeries, unitValues } from '#main/store/schema/allocation.ts'
import { chargeKeys, dailyCosts } from '#main/store/schema/costs.ts'
import { resourceAliases, resources } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'
import type { AllocationRule } from '#shared/contract/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'

/** The dimensions that rules look at, to ask or to copy. */
export function dimensionsOf(rules: readonly AllocationRule[]): Set<CostDimension> {
  const found = new Set<CostDimension>()
  for (const { where, outcome } of rules) {
    for (const group of where) for (const { dimension } of group) found.add(dimension)
    if (outcome.kind === 'copy') found.add(outcome.dimension)
  }
  return found
}

/** `virtual:<id>` by its id; null for every other dimension. */
export const virtualIdOf = (dimension: CostDimension): string | null =>
  dimension.startsWith('virtual:') ? dimension.slice('virtual:'.length) : null

const INVENTORY = [resources, resourceAliases, resourceOverrides].map(getTableName)
const COSTS = [chargeKeys, dailyCosts, parcelDays].map(getTableName)
const SERIES = [unitSeries, unitValues].map(getTableName)
const LEVELS = [getTableName(hierarchies)]
/** A part of a resource is sought in the name that the inventory has for it. */
const OF_INVENTORY = new Set<CostDimension>(['project', 'businessUnit', 'environment', 'owner', 'resource'])

/** What, besides the keys themselves, decides what rules make of them: tables that syncs write, and those that people do. */
export function tablesOf(rules: readonly AllocationRule[]): { told: string[]; said: string[] } {
  const dimensions = [...dimensionsOf(rules)]
  return {
    told: [
      ...(dimensions.some((dimension) => OF_INVENTORY.has(dimension)) ? INVENTORY : []),
      ...(rules.some(looksAtMonth) ? COSTS : []),
    ],
    said: [
      ...(rules.some(({ outcome }) => outcome.kind === 'metric' && outcome.by.kind === 'series')
        ? SERIES
        : []),
      ...(dimensions.some((dimension) => dimension.startsWith('level:')) ? LEVELS : []),
    ],
  }
}
