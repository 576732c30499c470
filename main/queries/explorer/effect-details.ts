import { firstShifted } from '#main/core/explorer/since.ts'
import type { CubeQuestion, LedgerCondition, LedgerCube } from '#main/ports/ledger.ts'
import type { EffectKind } from '#shared/contract/explorer.ts'
import { addDays, type Day, daysBetween } from '#shared/lib/day.ts'
import { divideHalfAway, FEMTOS_PER_UNIT, formatDecimal } from '#shared/lib/decimal.ts'
import type { DayRange } from '#shared/lib/period.ts'
import type { Scope } from '../scope.ts'
import type { EffectGroup } from './effect-groups.ts'
import type { Item } from './explained-items.ts'
import { type Question, spanOf } from './question.ts'

type Detail = { since: Day | null; from: string | null; to: string | null; unit: string | null }

type Compared = Question & { compared: DayRange }
type Named = { kind: EffectKind; group: EffectGroup }

const NONE: Detail = { since: null, from: null, to: null, unit: null }

/** Days of the things that effects are seen most in: only those that are named are looked at day by day. */
export function detailsOf(scope: Scope, question: Compared, named: readonly Named[]): Detail[] {
  const items = named.map(({ group }) => group.leader)
  const days = daysOf(scope, question, items)
  return named.map(({ kind, group }) => detailOf(question, days, kind, group.leader))
}

function detailOf(question: Compared, days: Days, kind: EffectKind, item: Item): Detail {
  const { period, compared } = question
  const { before, after } = item
  if (kind === 'new') return { ...NONE, since: days.of(item, question.metric, period)[0]?.day ?? null }
  if (kind === 'gone') {
    const last = days.of(item, question.metric, compared).at(-1)?.day
    return { ...NONE, since: last === undefined ? null : goneSince(last, question) }
  }
  if (!before || !after) return NONE
  const sides = { before, after }
  switch (kind) {
    case 'volume':
      return volumeDetail(question, days, item, sides)
    case 'price':
      return priceDetail(question, days, item, sides)
    case 'discount':
      return discountDetail(question, days, item, sides)
    case 'rate':
      return {
        ...NONE,
        from: unitPrice(before.amount, before.native),
        to: unitPrice(after.amount, after.native),
      }
    case 'other': {
      const [was, is] = [daily(before.native, compared), daily(after.native, period)]
      return { ...NONE, since: firstShifted(days.of(item, question.metric, period), was, is) }
    }
  }
}

type Sides = Record<'before' | 'after', NonNullable<Item['before']>>

function volumeDetail(
  { period, compared }: Compared,
  days: Days,
  item: Item,
  { before, after }: Sides,
): Detail {
  const [was, is] = [before.quantity ?? 0n, after.quantity ?? 0n]
  const counted = days.of(item, 'quantity', period)
  return {
    since: firstShifted(counted, daily(was, compared), daily(is, period)),
    from: formatDecimal(was),
    to: formatDecimal(is),
    unit: item.unit,
  }
}

/** The list price where the bill tells one, else what a unit came to. */
function priceDetail({ metric, period }: Compared, days: Days, item: Item, { before, after }: Sides): Detail {
  const hasList = before.list !== 0n && after.list !== 0n
  const [was, is] = hasList ? [before.list, after.list] : [before.native, after.native]
  const prices = ratios(days.of(item, hasList ? 'list' : metric, period), days.of(item, 'quantity', period))
  return {
    since: firstShifted(prices, ratio(was, before.quantity), ratio(is, after.quantity)),
    from: unitPrice(was, before.quantity),
    to: unitPrice(is, after.quantity),
    unit: item.unit,
  }
}

function discountDetail(
  { metric, period }: Compared,
  days: Days,
  item: Item,
  { before, after }: Sides,
): Detail {
  const paid = ratios(days.of(item, metric, period), days.of(item, 'list', period))
  return {
    ...NONE,
    since: firstShifted(paid, ratio(before.native, before.list), ratio(after.native, after.list)),
    from: share(before.native, before.list),
    to: share(after.native, after.list),
  }
}

const daily = (sum: bigint, { from, to }: DayRange): number => Number(sum) / (daysBetween(from, to) + 1)

/** The first day without it; what went on until the last of the compared days is missed from the first of these on. */
const goneSince = (last: Day, { period, compared }: Compared): Day =>
  last < compared.to ? addDays(last, 1) : period.from

const unitPrice = (amount: bigint, quantity: bigint | null): string | null =>
  quantity === null || quantity === 0n
    ? null
    : formatDecimal(divideHalfAway(amount * FEMTOS_PER_UNIT, quantity))

/** What is not paid of the list, as a share of it. */
const share = (paid: bigint, list: bigint): string | null =>
  list === 0n ? null : formatDecimal(divideHalfAway((list - paid) * 1_000_000n, list) * 1_000_000_000n)

const ratio = (up: bigint, down: bigint | null): number => (down ? Number(up) / Number(down) : 0)

type Daily = { day: Day; value: number }[]

function ratios(up: Daily, down: Daily): Daily {
  const by = new Map(down.map(({ day, value }) => [day, value]))
  return up.flatMap(({ day, value }) => {
    const own = by.get(day) ?? 0
    return own === 0 ? [] : [{ day, value: value / own }]
  })
}

type Thing = Pick<Item, 'resource' | 'sku' | 'category'>

const idOf = ({ resource, sku, category }: Thing): string => JSON.stringify([resource, sku, category])

type Days = { of(item: Thing, metric: CubeQuestion['metric'], range: DayRange): Daily }

/** Days that have lines, by thing, read when one of them is asked for. */
function daysOf(scope: Scope, question: Question, items: readonly Thing[]): Days {
  const known = new Map<string, Map<string, Daily>>()
  return {
    of(item, metric, range) {
      const id = `${metric} ${range.from}`
      const found = known.get(id) ?? readDays(scope, question, items, { range, metric })
      known.set(id, found)
      return found.get(idOf(item)) ?? []
    },
  }
}

function readDays(
  scope: Scope,
  question: Question,
  items: readonly Thing[],
  { range, metric }: { range: DayRange; metric: CubeQuestion['metric'] },
): Map<string, Daily> {
  const found = new Map<string, Daily>()
  const known = new Set(items.map(({ resource }) => resource))
  const own = [...known].filter((resource) => resource !== null)
  const conditions: LedgerCondition[] = [
    ...(own.length > 0 ? [{ dimension: 'resource', op: 'is', values: own } as const] : []),
    ...(known.has(null) ? [{ dimension: 'resource', op: 'empty', values: [] } as const] : []),
  ]
  for (const condition of conditions) {
    const asked = question.asked.length > 0 ? question.asked : [[]]
    const where = asked.map((group) => [...group, condition])
    const cube = scope.ledger.cube({
      ...spanOf(scope, { asked: where }, range),
      metric,
      groupBy: ['resource', 'sku', 'chargeCategory'],
      step: 'day',
    })
    addDaily(found, cube)
  }
  return found
}

function addDaily(found: Map<string, Daily>, cube: LedgerCube): void {
  for (const [at, { keys }] of cube.groups.entries()) {
    const [resource = null, sku = null, category = null] = keys
    const id = idOf({ resource, sku, category })
    const days = cube.bins.flatMap(({ from }, bin) => {
      const femtos = cube.femtos(at, bin)
      return femtos === 0n ? [] : [{ day: from, value: Number(femtos) }]
    })
    found.set(id, [...(found.get(id) ?? []), ...days])
  }
}
