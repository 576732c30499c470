import { createHash } from 'node:crypto'
import { changeOf } from '#main/core/acts/change.ts'
import type { ActDocument } from '#main/core/acts/document.ts'
import { doubtsOf } from '#main/core/acts/doubts.ts'
import { accountOf } from '#main/core/acts/match-account.ts'
import { isSameCompany } from '#main/core/acts/match-payment.ts'
import { monthOf } from '#main/core/acts/period.ts'
import type { Session } from '#main/core/model/session.ts'
import type { ReadDocument } from '#main/importers/acts/read-document.ts'
import { billedOf, listActAccounts } from '#main/queries/act-accounts.query.ts'
import { findByHash, linesOf, readActs } from '#main/queries/acts.query.ts'
import { accountsOfSuppliers } from '#main/queries/payments.query.ts'
import { closedAmong } from '#main/queries/rates-choice.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertAct, updateActs } from '#main/store/repos/acts.repo.ts'
import type { ActView } from '#shared/contract/acts.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { correctedBy, femtos, sameDocument, standing } from './find-acts.ts'

type Given = ReadDocument & { fileName: string }
type Parts = { id: string; atMs: number; session: Session; scope: Scope }
type Kept = { id: string; isNew: boolean }

/** Takes a document in, or finds that it is here. What is odd about it is noted, not refused. */
export function keepDocument(db: WritableDb, given: Given, { id, atMs, session, scope: outer }: Parts): Kept {
  const { workspaceId, userId } = session
  const scope: Scope = { ...outer, db }
  const acts = readActs(scope)
  const hash = createHash('sha256').update(given.bytes).digest('hex')
  const same = findByHash(scope, hash) ?? sameSums(acts, given.document)
  if (same) return { id: same.id, isNew: false }

  const { document, original, isDone } = understood(scope, acts, given.document)
  if (isDone && original) return { id: original.id, isNew: false }
  const { month, isGuessed } = placed(scope, document, original)
  const doubts = doubtsOf(document, month)
  if (isGuessed) doubts.push('monthGuessed')
  if (isOtherBuyer(acts, document)) doubts.push('buyerUnknown')
  insertAct(
    db,
    {
      ...{ id, workspaceId, userId, addedAtMs: atMs, hash, month, doubts, note: null },
      ...{ kind: document.kind, number: document.number, day: document.day, currency: document.currency },
      ...{ supplier: document.supplier, buyer: document.buyer, rate: document.rate },
      ...textOf(document),
      connectionId: original?.connectionId ?? ownerOf(scope, document, month),
      correctsId: original?.id ?? null,
      correctsNumber: document.corrects?.number ?? null,
      source: { kind: given.kind, fileName: given.fileName, bytes: given.bytes.length },
    },
    document.lines.map((line) => ({ ...line, ...textOf(line) })),
  )
  adopt(db, acts, { ...document, id, workspaceId })
  return { id, isNew: true }
}

const textOf = (sums: { without: bigint; vat: bigint; total: bigint }) => ({
  without: formatDecimal(sums.without),
  vat: formatDecimal(sums.vat),
  total: formatDecimal(sums.total),
})

/** The same document of another file; the same number with other sums is for a person to look at. */
function sameSums<A extends ActView>(acts: readonly A[], document: ActDocument): A | undefined {
  if (document.corrects?.isWhole) return undefined
  const found = sameDocument(acts, document)
  if (found && femtos(found.total) !== document.total)
    throw new AppError('act.otherSums', { number: found.number, day: found.day, total: found.total })
  return found
}

/** A correction knows what it corrects. `isDone`: a document that replaces another whole brings nothing new. */
function understood(scope: Scope, acts: readonly ActView[], document: ActDocument) {
  if (!document.corrects) return { document, original: undefined, isDone: false }
  const { number, isWhole } = document.corrects
  if (!isWhole) return { document, original: correctedBy(acts, { ...document, number }), isDone: false }
  const original = sameDocument(acts, document)
  // What it replaces is not here: then it is the document.
  if (!original) return { document: { ...document, corrects: null }, original, isDone: false }
  const corrections = acts.filter(({ correctsId }) => correctsId === original.id)
  const lines = linesOf(scope, [original.id]).get(original.id) ?? []
  const change = changeOf(document, standing({ ...original, lines }, corrections))
  const isDone = change.total === 0n && change.vat === 0n && change.without === 0n
  return { document: { ...document, ...change, kind: 'correction' as const }, original, isDone }
}

/** A correction changes the month of what it corrects; where that is closed, the month that it was written in. */
function placed(scope: Scope, document: ActDocument, original: ActView | undefined) {
  const closed = closedAmong(scope)
  if (original && !closed.has(original.month)) return { month: original.month, isGuessed: false }
  const found = original ? { month: document.day.slice(0, 7), isGuessed: true } : monthOf(document)
  if (closed.has(found.month)) throw new AppError('reconciliation.monthClosed', { month: found.month })
  return found
}

function ownerOf(scope: Scope, document: ActDocument, month: string): string | null {
  return accountOf(document, {
    accounts: listActAccounts(scope),
    said: accountsOfSuppliers(scope),
    billed: billedOf(scope, month, document.currency),
  })
}

/** All other documents are written to somebody else. */
function isOtherBuyer(acts: readonly ActView[], { buyer }: ActDocument): boolean {
  const inn = buyer?.inn ?? null
  const known = new Set(acts.flatMap((act) => act.buyer?.inn ?? []))
  return inn !== null && known.size > 0 && !known.has(inn)
}

/** Corrections that came before what they correct find it now. */
function adopt(
  db: WritableDb,
  acts: readonly ActView[],
  document: Pick<ActDocument, 'kind' | 'number' | 'supplier'> & { id: string; workspaceId: string },
): void {
  if (document.kind === 'correction') return
  const lone = acts.filter(
    (act) =>
      act.kind === 'correction' &&
      act.correctsId === null &&
      act.correctsNumber === document.number &&
      isSameCompany(act.supplier, document.supplier),
  )
  updateActs(
    db,
    document.workspaceId,
    lone.map(({ id }) => id),
    { correctsId: document.id },
  )
}
