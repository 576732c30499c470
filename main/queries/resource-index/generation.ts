import { getTableName } from 'drizzle-orm'
import type { Revision } from '#main/store/db.ts'
import { chargeKeys, dailyCosts } from '#main/store/schema/costs.ts'
import { recommendations } from '#main/store/schema/insights.ts'
import { connections, resources, resourceTags } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'
import { createPart, lastUsed } from '../kept.ts'
import type { Scope } from '../scope.ts'
import { readAdvice } from './advice.ts'
import { type FactColumns, factSteps, readFacts } from './facts.ts'
import { placeSteps } from './name-places.ts'
import { type Effective, readEffective } from './overrides.ts'
import { type Base, baseSteps, readBase } from './read-base.ts'
import {
  readSpend,
  type SpendById,
  type SpendColumns,
  type SpendPeriod,
  spendColumns,
  spendSteps,
} from './spend.ts'
import { readTags, type TagColumn, tagSteps } from './tags.ts'
import { readTexts, textSteps } from './texts.ts'

/** Of every resource what lists filter, count, add up and sort by, as people state it where they do. */
export type Columns = Base &
  Effective & {
    tags: TagColumn
    /** The row of a resource, -1 when there is none. */
    rowOf(id: number): number
    /** What was worked out from exactly these columns. */
    answers: Map<string, unknown>
  }

export type ResourceIndex = {
  columns: Columns
  texts(): readonly string[]
  facts(): FactColumns
  advice(): Uint32Array
  spend(period: SpendPeriod): SpendColumns
}

/** What syncs write, and what takes long to read. */
const HEAVY = [resources, connections, chargeKeys, dailyCosts, parcelDays].map(getTableName)
const MAX_PERIODS = 4

export type Generation = ReturnType<typeof createGeneration>

/**
 * The inventory and its costs as of one moment. What people say beside them, tags and fields, is cheap to read and
 * follows at once.
 */
export function createGeneration(scope: Scope) {
  const { currency } = scope
  const at = scope.revision.of(HEAVY)
  const store = scope.revision.of([])
  const effective = createPart<Effective>([resourceOverrides])
  const tags = createPart<TagColumn>([resourceTags])
  const advice = createPart<Uint32Array>([recommendations])
  const periods = new Map<string, { period: SpendPeriod; spend: SpendColumns | null }>()
  let base: (Base & { rowOf(id: number): number }) | null = null
  let texts: string[] | null = null
  let facts: FactColumns | null = null
  let last: { parts: readonly unknown[]; columns: Columns } | null = null

  const withRows = (found: Base) => ({ ...found, rowOf: finder(found.ids) })

  function baseOf(now: Scope) {
    base ??= withRows(readBase(now))
    return base
  }

  function columnsOf(now: Scope): Columns {
    const found = baseOf(now)
    const stated = effective.of(now, () => readEffective(now, found))
    const tagged = tags.of(now, () => readTags(now, found))
    if (!last || last.parts[0] !== stated || last.parts[1] !== tagged)
      last = { parts: [stated, tagged], columns: { ...found, ...stated, tags: tagged, answers: new Map() } }
    return last.columns
  }

  function spendOf(now: Scope, period: SpendPeriod): SpendColumns {
    const key = `${period.spendFrom} ${period.spendTo}`
    const kept = lastUsed(periods, key, MAX_PERIODS, () => ({ period, spend: null as SpendColumns | null }))
    kept.spend ??= columnsFrom(readSpend(now, period), now)
    return kept.spend
  }

  const columnsFrom = (spend: SpendById, now: Scope): SpendColumns =>
    spendColumns(spend, baseOf(now).ids, currency)

  return {
    /** Whether nothing heavy has been written since. */
    isOf: (revision: Revision, own: Scope['currency']): boolean =>
      revision.of(HEAVY) === at && own === currency,
    /** False when another file stands in the store's place: then nothing of this is true any more. */
    isOfSameStore: (revision: Revision): boolean => revision.of([]) === store,
    size: (): number => base?.size ?? 0,
    periods: (): SpendPeriod[] => [...periods.values()].map(({ period }) => period),

    view: (now: Scope): ResourceIndex => ({
      columns: columnsOf(now),
      texts: () => {
        texts ??= readTexts(now, baseOf(now))
        return texts
      },
      facts: () => {
        facts ??= readFacts(now, baseOf(now))
        return facts
      },
      advice: () => advice.of(now, () => readAdvice(now, baseOf(now))),
      spend: (period) => spendOf(now, period),
    }),

    /** All of it a step at a time, with what these periods cost. */
    *prepare(now: Scope, wanted: readonly SpendPeriod[]): Generator<void, void> {
      const found = withRows(yield* baseSteps(now))
      base = found
      yield
      const tagged = yield* tagSteps(now, found)
      tags.put(now, tagged)
      texts = yield* textSteps(now, found)
      yield* placeSteps(found.names)
      yield* placeSteps(tagged.labels)
      facts = yield* factSteps(now, found)
      for (const period of wanted) {
        const spend = yield* spendSteps(now, period)
        periods.set(`${period.spendFrom} ${period.spendTo}`, { period, spend: columnsFrom(spend, now) })
        yield
      }
    },
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
