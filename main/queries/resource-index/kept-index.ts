import { chargeKeys, dailyCosts } from '#main/store/schema/costs.ts'
import { connections, resources, resourceTags } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'
import { createPart, createPerWorkspace, lastUsed } from '../kept.ts'
import type { Scope } from '../scope.ts'
import { type Effective, readEffective } from './overrides.ts'
import { type Base, readBase } from './read-base.ts'
import { readSpend, type SpendById, type SpendColumns, type SpendPeriod, spendColumns } from './spend.ts'
import { readTags, type TagColumn } from './tags.ts'
import { readTexts } from './texts.ts'

/** Of every resource what lists filter, count, add up and sort by, as people state it where they do. */
export type Columns = Base &
  Effective & {
    tags: TagColumn
    /** The row of a resource, -1 when there is none. */
    rowOf(id: number): number
    /** What was worked out from exactly these columns. */
    answers: Map<string, unknown>
  }

/**
 * The inventory of one organisation by columns, in memory: lists go through fifty thousand rows of it within
 * milliseconds, where SQLite would read them all for every call. Each part is made when it is first asked for, and made
 * anew when the tables that it came from have changed.
 */
export type ResourceIndex = {
  columns: Columns
  texts(): readonly string[]
  spend(period: SpendPeriod): SpendColumns
}

const INVENTORY = [resources, connections]
const OVERRIDES = [...INVENTORY, resourceOverrides]
const TAGS = [...INVENTORY, resourceTags]
const COSTS = [chargeKeys, dailyCosts]

const MAX_PERIODS = 4

const keeperOf = createPerWorkspace(createKeeper)
export const indexOf = (scope: Scope): ResourceIndex => keeperOf(scope)(scope)

function createKeeper(): (scope: Scope) => ResourceIndex {
  const base = createPart<Base>(INVENTORY)
  const effective = createPart<Effective>(OVERRIDES)
  const tags = createPart<TagColumn>(TAGS)
  const texts = createPart<string[]>(INVENTORY)
  const periods = new Map<string, ReturnType<typeof createPeriod>>()
  let last: { parts: readonly unknown[]; columns: Columns } | null = null

  function columnsOf(scope: Scope): Columns {
    const found = base(scope, () => readBase(scope))
    const rowOf = finder(found.ids)
    const stated = effective(scope, () => readEffective(scope, found, rowOf))
    const tagged = tags(scope, () => readTags(scope, found.size, rowOf))
    const parts = [found, stated, tagged]
    if (!last || parts.some((part, at) => part !== last?.parts[at]))
      last = { parts, columns: { ...found, ...stated, rowOf, tags: tagged, answers: new Map() } }
    return last.columns
  }

  return (scope) => {
    const columns = columnsOf(scope)
    return {
      columns,
      texts: () => texts(scope, () => readTexts(scope, columns.size, columns.rowOf)),
      spend: (period) => {
        const key = `${period.spendFrom} ${period.spendTo} ${scope.currency}`
        return lastUsed(periods, key, MAX_PERIODS, createPeriod)(scope, period, columns.ids)
      },
    }
  }
}

function createPeriod() {
  const byId = createPart<SpendById>(COSTS)
  let last: { from: SpendById; ids: readonly number[]; columns: SpendColumns } | null = null
  return (scope: Scope, period: SpendPeriod, ids: readonly number[]): SpendColumns => {
    const from = byId(scope, () => readSpend(scope, period))
    if (last?.from !== from || last.ids !== ids)
      last = { from, ids, columns: spendColumns(from, ids, scope.currency) }
    return last.columns
  }
}

/** By halves: the numbers stand in order. */
const finder =
  (ids: readonly number[]) =>
  (id: number): number => {
    let [low, high] = [0, ids.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = ids[middle] ?? 0
      if (found === id) return middle
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
