import { createHash } from 'node:crypto'
import { isSameCompany } from '#main/core/acts/match-payment.ts'
import { normalName } from '#main/core/acts/names.ts'
import { providerOf } from '#main/core/acts/suppliers.ts'
import type { Session } from '#main/core/model/session.ts'
import { readStatement, type StatedPayment } from '#main/importers/acts/bank-statement.ts'
import { MOST_BYTES } from '#main/importers/acts/read-document.ts'
import { readWhole } from '#main/importers/read-whole.ts'
import type { Ports } from '#main/ports/ports.ts'
import { readActs } from '#main/queries/acts.query.ts'
import { accountsOfSuppliers, findPayment } from '#main/queries/payments.query.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { insertPayment, matchPayment, removePayment } from '#main/store/repos/payments.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { PaymentView } from '#shared/contract/acts.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { matchPayments } from './match-payments.ts'

type Empty = Record<string, never>
type Loaded = CallOutput<'payments.load'>['items'][number]

export type PaymentsService = {
  load(session: Session, input: ParsedInput<'payments.load'>): Promise<CallOutput<'payments.load'>>
  match(session: Session, input: ParsedInput<'payments.match'>): Empty
  remove(session: Session, input: ParsedInput<'payments.remove'>): Empty
}

const nothing = { added: 0, matched: 0, passedOver: 0 }

/** What the bank says was paid to suppliers; a statement's other lines are nobody's business here. */
export function createPayments({ store, ports }: { store: Store; ports: Ports }): PaymentsService {
  async function loadOne({ workspaceId }: Session, token: string): Promise<Loaded> {
    const file = ports.inbox.find(token)
    const fileName = file?.name ?? '—'
    try {
      if (!file) throw new AppError('import.noFile')
      const stated = readStatement(await readWhole({ path: file.path, name: fileName }, MOST_BYTES), fileName)
      return store.transaction((db) => {
        const isKnown = suppliersOf(db, workspaceId)
        const own = stated.filter(({ payee }) => isKnown(payee))
        const added = own.flatMap((payment) => {
          const id = ports.ids.next()
          const row = { id, workspaceId, fileName, addedAtMs: ports.clock.nowMs(), ...rowOf(payment) }
          return insertPayment(db, row) ? [id] : []
        })
        const found = matchPayments(db, workspaceId)
        const isSame = own.length > 0 && added.length === 0
        return {
          fileName,
          status: isSame ? ('same' as const) : ('added' as const),
          added: added.length,
          matched: added.filter((id) => found.has(id)).length,
          passedOver: stated.length - own.length,
          problem: null,
        }
      })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, details } = error
      return { fileName, status: 'failed', ...nothing, problem: { code, details } }
    } finally {
      ports.inbox.drop(token)
    }
  }

  return {
    async load(session, { tokens }) {
      const items: Loaded[] = []
      for (const token of tokens) items.push(await loadOne(session, token))
      return { items }
    },

    /** A person's word stands: what they have taken off an act is not found for it again. */
    match({ workspaceId }, { id, actId }) {
      store.transaction((db) => {
        const payment = findPayment({ db, workspaceId }, id)
        if (!payment) throw new AppError('payment.notFound')
        if (actId !== null) refuseOther(db, workspaceId, actId, payment.payee)
        matchPayment(db, { workspaceId, id }, { actId, matchedBy: 'person' })
      })
      return {}
    },

    remove({ workspaceId }, { id }) {
      if (!store.transaction((db) => removePayment(db, { workspaceId, id })))
        throw new AppError('payment.notFound')
      return {}
    },
  }
}

function refuseOther(db: ReadableDb, workspaceId: string, actId: string, payee: PaymentView['payee']): void {
  const act = readActs({ db, workspaceId }).find(({ id }) => id === actId)
  if (!act) throw new AppError('act.notFound')
  const areTold = act.supplier.inn !== null && payee.inn !== null
  if (areTold && !isSameCompany(act.supplier, payee)) throw new AppError('payment.otherPayee')
}

/** Those that have sent a document, that a person has spoken of, or that everybody knows. */
function suppliersOf(db: ReadableDb, workspaceId: string): (payee: PaymentView['payee']) => boolean {
  const own = { db, workspaceId }
  const known = new Set(accountsOfSuppliers(own).keys())
  for (const { supplier } of readActs(own)) {
    if (supplier.inn !== null) known.add(supplier.inn)
    const name = normalName(supplier.name)
    if (name !== '') known.add(name)
  }
  return ({ inn, name }) => known.has(inn ?? '') || known.has(normalName(name)) || providerOf(name) !== null
}

/** The same payment stands in every statement whose days reach over it. */
function rowOf({ day, number, amount, currency, payer, payee, purpose }: StatedPayment) {
  const text = formatDecimal(amount)
  const key = [day, number, text, currency, payer.account, payee.account, payee.inn ?? payee.name, purpose]
  return {
    ...{ day, number, amount: text, currency, purpose },
    payer: { name: payer.name, inn: payer.inn },
    payee: { name: payee.name, inn: payee.inn },
    hash: createHash('sha256').update(JSON.stringify(key)).digest('hex'),
  }
}
