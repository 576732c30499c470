import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { fromStored } from '#main/core/money/stored.ts'
import { connections, resources } from '#main/store/schema/inventory.ts'
import { resourceMarks } from '#shared/contract/resources.ts'
import type { Provider } from '#shared/contract/values.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import { finish } from '../background.ts'
import { effectiveStatus } from '../inventory.ts'
import type { Scope } from '../scope.ts'
import type { AmountColumn } from './amount-column.ts'
import { createNumbering, type TextColumn } from './text-column.ts'

type IndexedConnection = { name: string; provider: Provider; lastSyncAtMs: number | null }

/** Of every resource of an organisation what lists filter, count, add up and sort by, as the provider states it. */
export type Base = {
  size: number
  /** Ascending. */
  ids: readonly number[]
  names: readonly string[]
  connections: ReadonlyMap<string, IndexedConnection>
  /** One bit for each of `resourceMarks`. */
  marks: Uint8Array
  isGone: Uint8Array
  firstSeen: Float64Array
  daily: AmountColumn
  monthly: AmountColumn
} & Record<TextField, TextColumn>

const textFields = ['connection', 'type', 'service', 'region', 'status', 'owner', 'project'] as const
type TextField = (typeof textFields)[number]

type Row = [
  id: number,
  name: string,
  /** What repeats from row to row, as one text: most of the time goes into the number of values that are fetched. */
  shared: string,
  dailyMicros: number | string | null,
  dailyRest: number,
  monthlyMicros: number | string | null,
  monthlyRest: number,
  firstSeenAtMs: number,
]
type Shared = [...texts: (string | null)[], currency: string | null, marks: string | null]

const PAGE = 4000

export const readBase = (scope: Scope): Base => finish(baseSteps(scope, Number.MAX_SAFE_INTEGER))

/** What is gone has no price any more; what it did cost stands in the spend. */
export function* baseSteps(scope: Scope, page = PAGE): Generator<void, Base> {
  const known = readConnections(scope)
  const combinations = createCombinations(known)
  const kept: Row[] = []
  for (let afterId = 0; ; ) {
    const rows = readRows(scope, afterId, page)
    for (const row of rows) if (combinations.of(row[2]) !== null) kept.push(row)
    if (rows.length < page) break
    afterId = rows.at(-1)?.[0] ?? afterId
    yield
  }
  const size = kept.length
  const codes = textFields.map(() => new Uint32Array(size))
  const [marks, isGone, firstSeen] = [new Uint8Array(size), new Uint8Array(size), new Float64Array(size)]
  const [daily, monthly] = [amounts(size), amounts(size)]
  for (let row = 0; row < size; row += 1) {
    if (row % page === page - 1) yield
    const [, , shared, dailyMicros, dailyRest, monthlyMicros, monthlyRest, seenAtMs] = kept[row] as Row
    const combination = combinations.of(shared) as Combination
    for (let at = 0; at < codes.length; at += 1) {
      const column = codes[at]
      if (column) column[row] = combination.codes[at] ?? 0
    }
    marks[row] = combination.marks
    isGone[row] = combination.isGone
    firstSeen[row] = seenAtMs
    put(daily, row, combination.currency, dailyMicros, dailyRest)
    put(monthly, row, combination.currency, monthlyMicros, monthlyRest)
  }
  const columns = textFields.map((field, at) => [
    field,
    { codes: codes[at] ?? new Uint32Array(), values: combinations.valuesOf(at) },
  ])
  return {
    size,
    ids: kept.map(([id]) => id),
    names: kept.map(([, name]) => name),
    connections: known,
    marks,
    isGone,
    firstSeen,
    daily,
    monthly,
    ...(Object.fromEntries(columns) as Record<TextField, TextColumn>),
  }
}

const readRows = ({ db, workspaceId }: Scope, afterId: number, limit: number): Row[] =>
  db.values<Row>(sql`
    select ${resources.id}, ${resources.name}, json_array(${resources.connectionId}, ${resources.type},
        ${resources.service}, ${resources.region},
        ${effectiveStatus}, ${resources.owner}, ${resources.project}, ${resources.currency}, ${resources.marks}),
      ${whole(resources.dailyMicros)}, ${resources.dailyRest},
      ${whole(resources.monthlyMicros)}, ${resources.monthlyRest}, ${resources.firstSeenAtMs}
    from ${resources} where ${and(eq(resources.workspaceId, workspaceId), gt(resources.id, afterId))}
    order by ${resources.id} limit ${limit}`)

function readConnections({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
  const { id, name, provider, lastSyncAtMs } = connections
  const rows = db
    .select({ id, name, provider, lastSyncAtMs })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs)))
    .all()
  return new Map(rows.map(({ id, ...row }): [string, IndexedConnection] => [id, row]))
}

type Combination = { codes: number[]; currency: Currency | null; marks: number; isGone: number }

/** Each combination of the repeating values is taken apart once. */
function createCombinations(known: ReadonlyMap<string, IndexedConnection>) {
  const numberings = textFields.map(() => createNumbering())
  const found = new Map<string, Combination | null>()

  function takeApart(text: string): Combination | null {
    const parts = JSON.parse(text) as Shared
    const [connectionId, , , , status] = parts
    const [currency, marks] = parts.slice(textFields.length)
    if (!known.has(connectionId ?? '')) return null
    const isGone = status === 'gone'
    return {
      codes: numberings.map((numbering, at) => numbering.codeOf(parts[at] ?? null)),
      currency: !isGone && currency && isCurrency(currency) ? currency : null,
      marks: marksOf(marks ?? null),
      isGone: isGone ? 1 : 0,
    }
  }

  return {
    of(text: string): Combination | null {
      const kept = found.get(text)
      if (kept !== undefined) return kept
      const made = takeApart(text)
      found.set(text, made)
      return made
    },
    valuesOf: (at: number): readonly string[] => numberings[at]?.values ?? [],
  }
}

function marksOf(text: string | null): number {
  const marks = (text === null ? null : JSON.parse(text)) as string[] | null
  if (marks === null) return 0
  return resourceMarks.reduce((bits, mark, at) => (marks.includes(mark) ? bits | (1 << at) : bits), 0)
}

const amounts = (size: number) => ({
  currencies: new Array<Currency | null>(size).fill(null),
  femtos: new Array<bigint>(size).fill(0n),
})

function put(
  { currencies, femtos }: ReturnType<typeof amounts>,
  row: number,
  currency: Currency | null,
  micros: number | string | null,
  rest: number | null,
): void {
  if (currency === null || micros === null) return
  currencies[row] = currency
  femtos[row] = fromStored(BigInt(micros), BigInt(rest ?? 0))
}

/** As a number where a number can hold it, else as text: the driver would round it. */
const whole = (column: typeof resources.dailyMicros | typeof resources.monthlyMicros) =>
  sql`iif(${column} between -9007199254740991 and 9007199254740991, ${column}, cast(${column} as text))`
