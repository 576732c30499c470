import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { actLines, acts } from '#main/store/schema/acts.ts'
import { users } from '#main/store/schema/people.ts'
import type { ActLine, ActView } from '#shared/contract/acts.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { beside, secondOfMonth } from './acts-beside.ts'
import { connectionNames } from './inventory.ts'
import { compareNames } from './order.ts'
import { listPaymentsOf, paidOf } from './payments.query.ts'
import type { Scope } from './scope.ts'

type ActScope = Pick<Scope, 'db' | 'workspaceId'>

export type ActWithLines = ActView & { lines: ActLine[] }

/** Those that nobody knows an account for stand first: they wait for an answer. */
export function listActs(
  scope: ActScope,
  { month, hasNoAccount, offset, limit }: ParsedInput<'acts.list'>,
): CallOutput<'acts.list'> {
  const items = readActs(scope, month).filter((act) => !hasNoAccount || act.connectionId === null)
  return { items: items.slice(offset, offset + limit), total: items.length }
}

export function getAct(scope: ActScope, id: string): CallOutput<'acts.get'> {
  const act = readActs(scope).find((one) => one.id === id)
  if (!act) throw new AppError('act.notFound')
  return { act, lines: linesOf(scope, [id]).get(id) ?? [], payments: listPaymentsOf(scope, [id]) }
}

/** What counts in a month, with what it is made of: an invoice beside an act of the same sums is left out. */
export function listActsOf(scope: ActScope, month: string): ActWithLines[] {
  const counted = readActs(scope, month).filter(({ countedAsId }) => countedAsId === null)
  const lines = linesOf(
    scope,
    counted.map(({ id }) => id),
  )
  return counted.map((act) => ({ ...act, lines: lines.get(act.id) ?? [] }))
}

/** By the hash of the file that it came in; none that was withdrawn. */
export const findByHash = ({ db, workspaceId }: ActScope, hash: string): { id: string } | undefined =>
  db
    .select({ id: acts.id })
    .from(acts)
    .where(and(eq(acts.workspaceId, workspaceId), eq(acts.hash, hash), isNull(acts.withdrawnAtMs)))
    .get()

/** Without those that were withdrawn. */
export function readActs(scope: ActScope, month?: string): ActView[] {
  const { db, workspaceId } = scope
  const rows = db
    .select({ act: acts, byName: users.name })
    .from(acts)
    .leftJoin(users, eq(users.id, acts.userId))
    .where(
      and(
        eq(acts.workspaceId, workspaceId),
        isNull(acts.withdrawnAtMs),
        month === undefined ? undefined : eq(acts.month, month),
      ),
    )
    .orderBy(asc(acts.day), asc(acts.addedAtMs), asc(acts.id))
    .all()
  const names = connectionNames(scope)
  const numbers = numbersOf(
    scope,
    rows.flatMap(({ act }) => act.correctsId ?? []),
  )
  const paid = paidOf(
    scope,
    rows.map(({ act }) => act.id),
  )
  const twins = beside(rows.map(({ act }) => act))
  const second = secondOfMonth(
    rows.map(({ act }) => act),
    twins,
  )
  return rows
    .map(({ act, byName }): ActView => {
      const account = act.connectionId === null ? undefined : names.get(act.connectionId)
      return {
        id: act.id,
        kind: act.kind,
        number: act.number,
        day: act.day,
        month: act.month,
        connectionId: account?.id ?? null,
        connectionName: account?.name ?? null,
        provider: account?.provider ?? null,
        supplier: act.supplier,
        buyer: act.buyer,
        currency: act.currency,
        without: act.without,
        rate: act.rate,
        vat: act.vat,
        total: act.total,
        correctsId: act.correctsId,
        correctsNumber: numbers.get(act.correctsId ?? '') ?? act.correctsNumber,
        countedAsId: twins.get(act.id) ?? null,
        source: act.source.kind,
        fileName: act.source.fileName,
        note: act.note,
        byName,
        addedAtMs: act.addedAtMs,
        doubts: second.has(act.id) ? [...act.doubts, 'secondOfMonth'] : act.doubts,
        paid: formatDecimal(paid.get(act.id) ?? 0n),
      }
    })
    .sort(
      (a, b) =>
        Number(a.connectionId !== null) - Number(b.connectionId !== null) ||
        compareNames(a.connectionName ?? a.supplier.name, b.connectionName ?? b.supplier.name),
    )
}

function numbersOf({ db }: ActScope, ids: readonly string[]): Map<string, string> {
  if (ids.length === 0) return new Map()
  const rows = db
    .select({ id: acts.id, number: acts.number })
    .from(acts)
    .where(inArray(acts.id, [...new Set(ids)]))
    .all()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

export function linesOf({ db }: ActScope, ids: readonly string[]): Map<string, ActLine[]> {
  if (ids.length === 0) return new Map()
  const rows = db
    .select()
    .from(actLines)
    .where(inArray(actLines.actId, [...ids]))
    .orderBy(asc(actLines.actId), asc(actLines.position))
    .all()
  const lines = new Map<string, ActLine[]>()
  for (const { actId, position: _, ...line } of rows) {
    const own = lines.get(actId) ?? []
    own.push(line)
    lines.set(actId, own)
  }
  return lines
}
