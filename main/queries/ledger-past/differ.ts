import { eq } from 'drizzle-orm'
import { decodeIndex, decodeNumbers } from '#main/core/ledger/column.ts'
import { type ChangedMonth, changedSince, type Moment } from '#main/core/ledger/past.ts'
import type { LedgerDifference, LedgerDifferences } from '#main/ports/ledger.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { connections } from '#main/store/schema/inventory.ts'
import type { DifferenceKind } from '#shared/contract/differences.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { createFactKeys } from '../ledger/fact-keys.ts'
import type { KeySet } from '../ledger/key-set.ts'
import { lanesOf, lanesOfFemtos } from '../ledger/lanes.ts'
import { createParcelKeys } from '../ledger/parcel-keys.ts'
import { readColumns } from '../ledger/segment-columns.ts'
import { DAYS, onesOf, Sums } from '../ledger/sums.ts'
import { apiChanges, monthsToldSince } from './api-changes.ts'
import { Identities } from './identities.ts'
import { Largest } from './largest.ts'
import { readPast, readSegments } from './past-parcels.ts'

/** More lines than that nobody reads; the totals are of all. */
const MOST_LINES = 20_000

type DifferQuestion = {
  workspaceId: string
  since: Moment
  connectionId?: string | undefined
  month?: string | undefined
  kind?: DifferenceKind | undefined
}

/** The ledger of a moment against the one of now, account by account and month by month. */
export function differ(read: () => ReadableDb, question: DifferQuestion): LedgerDifferences {
  const { workspaceId, since } = question
  const sinceMs = since.atMs
  const past = readPast(read(), workspaceId)
  const { months, covered } = changedSince(past.parcels, past.days, since)
  const found: LedgerDifferences = { months: [], lines: [], isCut: false }
  const largest = new Largest<LedgerDifference>(MOST_LINES)
  const keysByParcel = new Map<number, KeySet>()
  const keysOf = (parcelId: number): KeySet => {
    const known = keysByParcel.get(parcelId) ?? createParcelKeys(read, parcelId)
    keysByParcel.set(parcelId, known)
    return known
  }
  const factKeys = createFactKeys(read, workspaceId)

  for (const connectionId of accountsOf(read(), workspaceId)) {
    if (question.connectionId !== undefined && question.connectionId !== connectionId) continue
    const own = months.filter((one) => one.connectionId === connectionId)
    const told = new Set([
      ...own.map(({ month }) => month),
      ...monthsToldSince(read(), connectionId, sinceMs),
    ])
    for (const month of [...told].sort()) {
      if (question.month !== undefined && question.month !== month) continue
      const files = own.filter((one) => one.month === month)
      const api = apiChanges(read(), { connectionId, month, sinceMs }, covered)
      addMonth({ read, month, files, api, keysOf, factKeys }, question, found, largest)
    }
  }
  found.lines = largest.taken()
  found.isCut = largest.isCut
  return found
}

const accountsOf = (db: ReadableDb, workspaceId: string): string[] =>
  db
    .select({ id: connections.id })
    .from(connections)
    .where(eq(connections.workspaceId, workspaceId))
    .orderBy(connections.provider, connections.name)
    .all()
    .map(({ id }) => id)

type Block = {
  read: () => ReadableDb
  month: string
  files: readonly ChangedMonth[]
  api: ReturnType<typeof apiChanges>
  keysOf(parcelId: number): KeySet
  factKeys: KeySet
}

/** Sums by cost and day on both sides: where they differ, something has changed. */
function addMonth(
  { read, month, files, api, keysOf, factKeys }: Block,
  { kind }: DifferQuestion,
  found: LedgerDifferences,
  largest: Largest<LedgerDifference>,
): void {
  const identities = new Identities()
  const byParcel = new Map(files.map(({ parcelId }) => [parcelId, identities.ofKeys(keysOf(parcelId))]))
  const ofFacts = api.length > 0 ? identities.ofKeys(factKeys) : new Int32Array(0)
  const size = identities.all.length * DAYS
  const [before, after] = [new Sums(size), new Sums(size)]
  for (const { parcelId, connectionId, before: was, after: is } of files) {
    const groups = byParcel.get(parcelId) ?? new Int32Array(0)
    for (const { id, lines, days } of readSegments(read(), { parcelId, connectionId, month })) {
      const columns = readColumns(read(), id, ['day', 'key', 'billed'])
      const [dayData, keyData, billed] = [columns.get('day'), columns.get('key'), columns.get('billed')]
      if (!dayData || !keyData || !billed) continue
      const rows = {
        count: lines,
        days: Uint8Array.from(decodeIndex(dayData)),
        keys: Int32Array.from(decodeIndex(keyData)),
        lines: onesOf(lines),
      }
      const lanes = lanesOf(decodeNumbers(billed))
      if (was & days) before.add(rows, lanes, { groups, ...apart(was & days) })
      if (is & days) after.add(rows, lanes, { groups, ...apart(is & days) })
    }
  }
  for (const [sums, isBefore] of [
    [before, true],
    [after, false],
  ] as const) {
    const own = api.filter((line) => line.isBefore === isBefore)
    if (own.length === 0) continue
    const rows = {
      count: own.length,
      days: Uint8Array.from(own, ({ day }) => Number(day.slice(8))),
      keys: Int32Array.from(own, ({ chargeKeyId }) => chargeKeyId),
      lines: onesOf(own.length),
    }
    sums.add(rows, lanesOfFemtos(own.map(({ femtos }) => femtos)), { groups: ofFacts, ...apart(-1) })
  }
  collect({ month, identities, before, after, kind }, found, largest)
}

/** Days of these bits each by itself, all others left out. */
const apart = (mask: number) => ({
  stride: DAYS,
  bins: Int32Array.from({ length: DAYS }, (_, day) => (day > 0 && (mask >>> (day - 1)) & 1 ? day : -1)),
})

type Sides = {
  month: string
  identities: Identities
  before: Sums
  after: Sums
  kind: DifferenceKind | undefined
}

function collect(
  { month, identities, before, after, kind: wanted }: Sides,
  found: LedgerDifferences,
  largest: Largest<LedgerDifference>,
): void {
  const totals = new Map<Currency, LedgerDifferences['months'][number]>()
  for (let slot = 0; slot < before.lines.length; slot += 1) {
    const [then, now] = [before.lines[slot] as number, after.lines[slot] as number]
    if (then === 0 && now === 0) continue
    const [was, is] = [before.femtos(slot), after.femtos(slot)]
    if (then === now && was === is) continue
    const kind = then === 0 ? 'added' : now === 0 ? 'withdrawn' : 'corrected'
    const identity = identities.all[Math.floor(slot / DAYS)]
    if (!identity) continue
    const { connectionId, currency } = identity
    const known = totals.get(currency) ?? emptyMonth(connectionId, month, currency)
    totals.set(currency, known)
    known[kind].lines += Math.max(then, now)
    known[kind].femtos += is - was
    if (wanted !== undefined && wanted !== kind) continue
    const day = `${month}-${String(slot % DAYS).padStart(2, '0')}` as Day
    const change = is - was
    largest.add(change < 0n ? -change : change, () => ({
      ...identity,
      kind,
      day,
      before: then === 0 ? null : was,
      after: now === 0 ? null : is,
    }))
  }
  found.months.push(...totals.values())
}

const emptyMonth = (connectionId: string, month: string, currency: Currency) => ({
  connectionId,
  month,
  currency,
  added: { lines: 0, femtos: 0n },
  corrected: { lines: 0, femtos: 0n },
  withdrawn: { lines: 0, femtos: 0n },
})
