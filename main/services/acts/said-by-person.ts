import { createHash } from 'node:crypto'
import { doubtsOf } from '#main/core/acts/doubts.ts'
import { isSameCompany } from '#main/core/acts/match-payment.ts'
import { normalName } from '#main/core/acts/names.ts'
import { isMonthBefore } from '#main/core/acts/period.ts'
import type { Session } from '#main/core/model/session.ts'
import { listActAccounts } from '#main/queries/act-accounts.query.ts'
import { linesOf, readActs } from '#main/queries/acts.query.ts'
import { closedAmong } from '#main/queries/rates-choice.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ReadableDb, WritableDb } from '#main/store/db.ts'
import { putActSupplier } from '#main/store/repos/act-suppliers.repo.ts'
import { insertAct, updateActs, withdrawAct } from '#main/store/repos/acts.repo.ts'
import { freePayments } from '#main/store/repos/payments.repo.ts'
import type { ActView } from '#shared/contract/acts.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { femtos, sameDocument, toDocumentLine } from './find-acts.ts'

type Own = Pick<Scope, 'db' | 'workspaceId'>
type Parts = { id: string; atMs: number; session: Session }

/** What a person has typed off a paper: its sums must make sense, since nothing else can be looked at. */
export function addTyped(db: WritableDb, input: ParsedInput<'acts.add'>, { id, atMs, session }: Parts): void {
  const { workspaceId, userId } = session
  const { kind, number, day, month, connectionId, currency, rate, correctsId, note } = input
  const own = { db, workspaceId }
  const sums = { without: femtos(input.without), vat: femtos(input.vat), total: femtos(input.total) }
  if (sums.without + sums.vat !== sums.total) throw new AppError('act.wrongSums')
  if (isMonthBefore(day, month)) throw new AppError('act.tooEarly', { day, month })
  refuseClosed(db, session, [month])
  refuseForeign(own, connectionId)
  const acts = readActs(own)
  const corrected = acts.find((act) => act.id === correctsId && act.kind !== 'correction')
  if ((kind === 'correction') !== (corrected !== undefined))
    throw new AppError('act.correctsNothing', { number })
  const supplier = input.supplier
    ? { ...input.supplier, kpp: null }
    : (corrected?.supplier ?? supplierOf(own, acts, connectionId))
  const told = { kind, number, day, supplier }
  if (sameDocument(acts, told)) throw new AppError('act.same', { number, day })
  const key = JSON.stringify([kind, supplier.inn ?? supplier.name, number, day, input.total])
  insertAct(
    db,
    {
      ...{ id, workspaceId, userId, addedAtMs: atMs, ...told, month, currency, rate, note },
      ...{ buyer: null, connectionId, correctsId, correctsNumber: corrected?.number ?? null },
      without: formatDecimal(sums.without),
      vat: formatDecimal(sums.vat),
      total: formatDecimal(sums.total),
      doubts: doubtsOf({ ...sums, rate, lines: [] }, month),
      source: { kind: 'typed', fileName: null, bytes: 0 },
      hash: createHash('sha256').update(key).digest('hex'),
    },
    [],
  )
}

/** As the account's other documents have it; else by the account's own name. */
function supplierOf(own: Own, acts: readonly ActView[], connectionId: string | null): ActView['supplier'] {
  const known = acts.findLast((act) => connectionId !== null && act.connectionId === connectionId)
  const account = listActAccounts(own).find(({ id }) => id === connectionId)
  return known?.supplier ?? { name: account?.name ?? '', inn: null, kpp: null }
}

/** Whose it is and which month it bills; the document's own words and sums stay. */
export function updateAct(db: WritableDb, session: Session, input: ParsedInput<'acts.update'>): void {
  const { workspaceId } = session
  const { id, connectionId, month, correctsId, note, isForSupplier } = input
  const own = { db, workspaceId }
  const acts = readActs(own)
  const act = acts.find((one) => one.id === id)
  if (!act) throw new AppError('act.notFound')
  refuseForeign(own, connectionId ?? null)
  const isMoved = connectionId !== undefined && connectionId !== act.connectionId
  if (isMoved || month !== undefined || correctsId !== undefined)
    refuseClosed(db, session, [act.month, month ?? act.month])
  if (month !== undefined && isMonthBefore(act.day, month))
    throw new AppError('act.tooEarly', { day: act.day, month })
  refuseWrongCorrection(acts, act, correctsId)

  const said = { connectionId, correctsId, note, month, doubts: month && doubtsNow(own, act, month) }
  updateActs(
    db,
    workspaceId,
    [id],
    Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  )
  const owner = connectionId === undefined ? act.connectionId : connectionId
  if (connectionId === undefined && !isForSupplier) return
  const moved = acts.filter((one) => one.correctsId === id)
  if (isForSupplier && owner !== null) {
    const { inn, name } = act.supplier
    putActSupplier(db, { workspaceId, inn: inn ?? normalName(name), name, connectionId: owner })
    moved.push(
      ...acts.filter((one) => one.connectionId === null && isSameCompany(one.supplier, act.supplier)),
    )
  }
  const closed = closedAmong(own)
  const ids = moved.filter((one) => one.id !== id && !closed.has(one.month)).map((one) => one.id)
  updateActs(db, workspaceId, ids, { connectionId: owner })
}

/** What a person has said of the month is no guess any more. */
function doubtsNow(own: Own, act: ActView, month: string): ActView['doubts'] {
  const lines = (linesOf(own, [act.id]).get(act.id) ?? []).map(toDocumentLine)
  const sums = { without: femtos(act.without), vat: femtos(act.vat), total: femtos(act.total) }
  const kept = act.doubts.filter((doubt) => doubt === 'buyerUnknown')
  return [...doubtsOf({ ...sums, rate: act.rate, lines }, month), ...kept]
}

function refuseWrongCorrection(
  acts: readonly ActView[],
  act: ActView,
  correctsId: string | null | undefined,
): void {
  if (correctsId === undefined || correctsId === null) return
  const target = acts.find(({ id }) => id === correctsId)
  if (act.kind !== 'correction' || !target || target.kind === 'correction')
    throw new AppError('act.correctsNothing', { number: act.number })
}

export function withdraw(
  db: WritableDb,
  session: Session,
  { id, reason, atMs }: { id: string; reason: string; atMs: number },
): void {
  const { workspaceId, userId } = session
  const acts = readActs({ db, workspaceId })
  const act = acts.find((one) => one.id === id)
  if (!act) throw new AppError('act.notFound')
  refuseClosed(db, session, [act.month])
  const count = acts.filter(({ correctsId }) => correctsId === id).length
  if (count > 0) throw new AppError('act.hasCorrections', { count })
  withdrawAct(db, { workspaceId, id }, { withdrawnAtMs: atMs, withdrawnBy: userId, withdrawnWhy: reason })
  freePayments(db, workspaceId, id)
}

function refuseClosed(db: ReadableDb, { workspaceId }: Session, months: readonly string[]): void {
  const closed = closedAmong({ db, workspaceId })
  const month = months.find((one) => closed.has(one))
  if (month !== undefined) throw new AppError('reconciliation.monthClosed', { month })
}

function refuseForeign(own: Own, connectionId: string | null): void {
  if (connectionId !== null && !listActAccounts(own).some(({ id }) => id === connectionId))
    throw new AppError('connection.notFound')
}
