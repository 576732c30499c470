import { and, desc, eq, inArray, isNull, lt, type SQL } from 'drizzle-orm'
import type { Money } from '#main/core/money/money.ts'
import { absolute, compareExact, compareText } from '#main/core/rules/exact.ts'
import { connections, snapshots } from '#main/store/schema/inventory.ts'
import { type DifferenceKind, type DifferenceView, differenceKinds } from '#shared/contract/changes.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { exactText, moneyView, storedMoney } from './figures.ts'
import { compareNames } from './order.ts'
import { type FoundDifference, readDifferences } from './resource-states.ts'
import { views } from './resource-totals.ts'
import type { Scope } from './scope.ts'
import { foldText, wordsOf } from './search.ts'

type Sides = Pick<ParsedInput<'changes.list'>, 'connectionId' | 'beforeId' | 'afterId'>
type Side = { id: number; atMs: number; dailyCost: Money | null }

/** What differs between two looks at one account: the earlier stands before, however they were named. */
export function listChanges(scope: Scope, input: ParsedInput<'changes.list'>): CallOutput<'changes.list'> {
  const { before, after, found } = compareSides(scope, input)
  const words = wordsOf(input.search)
  const matching = found.filter((one) => words.every((word) => searchedText(one).includes(word)))
  const kept = matching.filter(({ kinds }) => input.kind === undefined || kinds.includes(input.kind))
  return {
    before: before && sideView(before),
    after: after && sideView(after),
    items: kept.slice(input.offset, input.offset + input.limit).map(viewOf),
    total: kept.length,
    counts: countKinds(matching),
    change: views(
      kept.flatMap(({ change }) => change ?? []),
      scope,
    ),
  }
}

/** All differences, the greatest first; the two sides are null while there are not two looks. */
export function compareSides(
  scope: Scope,
  sides: Sides,
): { before: Side | null; after: Side | null; found: FoundDifference[] } {
  const [before, after] = readSides(scope, sides)
  if (!before || !after) return { before: before ?? null, after: after ?? null, found: [] }
  const found = readDifferences(scope, sides.connectionId, before.id, after.id)
  return { before, after, found: found.sort(bySize(scope.currency)) }
}

/** Looks that ended well: those that were named, else the last one, and before it the one that precedes it. */
function readSides(scope: Scope, { connectionId, beforeId, afterId }: Sides): (Side | undefined)[] {
  assertOwn(scope, connectionId)
  const named = [beforeId, afterId].filter((id) => id !== undefined).sort((a, b) => a - b)
  if (named.length === 2) return named.map((id) => readSide(scope, connectionId, eq(snapshots.id, id)))
  const after = readSide(scope, connectionId, afterId === undefined ? undefined : eq(snapshots.id, afterId))
  if (!after) return []
  const before = readSide(
    scope,
    connectionId,
    beforeId === undefined ? lt(snapshots.id, after.id) : eq(snapshots.id, beforeId),
  )
  return before && before.id > after.id ? [after, before] : [before, after]
}

function assertOwn({ db, workspaceId }: Scope, connectionId: string): void {
  const isOurs = and(
    eq(connections.id, connectionId),
    eq(connections.workspaceId, workspaceId),
    isNull(connections.erasedAtMs),
  )
  if (!db.select({ id: connections.id }).from(connections).where(isOurs).get())
    throw new AppError('connection.notFound')
}

function readSide({ db }: Scope, connectionId: string, which: SQL | undefined): Side | undefined {
  const row = db
    .select({
      id: snapshots.id,
      atMs: snapshots.startedAtMs,
      currency: snapshots.currency,
      micros: exactText(snapshots.dailyMicros),
      rest: exactText(snapshots.dailyRest),
    })
    .from(snapshots)
    .where(
      and(eq(snapshots.connectionId, connectionId), inArray(snapshots.status, ['done', 'partial']), which),
    )
    .orderBy(desc(snapshots.id))
    .limit(1)
    .get()
  if (!row) return undefined
  const { id, atMs, currency, micros, rest } = row
  return { id, atMs, dailyCost: storedMoney(micros, rest, currency) }
}

const sideView = ({ id, atMs, dailyCost }: Side) => ({
  id,
  atMs,
  dailyCost: dailyCost && moneyView(dailyCost.femtos, dailyCost.currency),
})

export function viewOf({ before, after, change, externalId: _, ...plain }: FoundDifference): DifferenceView {
  const money = (m: Money | null) => m && moneyView(m.femtos, m.currency)
  return { ...plain, before: money(before), after: money(after), change: money(change) }
}

const searchedText = ({ name, externalId, region, fields }: FoundDifference): string =>
  foldText(
    [name, externalId, region ?? '', ...fields.flatMap((f) => [f.before ?? '', f.after ?? ''])].join('\n'),
  )

function countKinds(found: readonly FoundDifference[]): Record<DifferenceKind, number> {
  const count = (kind: DifferenceKind) => found.filter(({ kinds }) => kinds.includes(kind)).length
  return Object.fromEntries(differenceKinds.map((kind) => [kind, count(kind)])) as Record<
    DifferenceKind,
    number
  >
}

/** The organisation's own currency first: amounts of different ones are not comparable. */
const bySize =
  (own: Currency) =>
  (a: FoundDifference, b: FoundDifference): number =>
    compareText(rank(a.change, own), rank(b.change, own)) ||
    compareExact(absolute(b.change?.femtos ?? 0n), absolute(a.change?.femtos ?? 0n)) ||
    compareNames(a.name, b.name) ||
    a.resourceId - b.resourceId

const rank = (change: Money | null, own: Currency): string =>
  change === null ? '~' : change.currency === own ? '' : change.currency
