import { and, desc, eq, gte, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { normalName } from '#main/core/acts/names.ts'
import { actSuppliers, acts, payments } from '#main/store/schema/acts.ts'
import type { PaymentView } from '#shared/contract/acts.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { connectionNames } from './inventory.ts'
import type { Scope } from './scope.ts'

type PaymentScope = Pick<Scope, 'db' | 'workspaceId'>

/** Of a month: what was paid in it, and what was paid at any time for the documents of it. The latest first. */
export function listPayments(
  scope: PaymentScope,
  { month, isUnmatched, offset, limit }: ParsedInput<'payments.list'>,
): CallOutput<'payments.list'> {
  const first = `${month}-01` as Day
  const items = read(
    scope,
    and(
      isUnmatched ? isNull(payments.actId) : undefined,
      month === undefined
        ? undefined
        : or(
            and(gte(payments.day, first), lte(payments.day, lastOfMonth(first))),
            and(isNotNull(payments.actId), eq(acts.month, month)),
          ),
    ),
  )
  return { items: items.slice(offset, offset + limit), total: items.length }
}

export const listPaymentsOf = (scope: PaymentScope, actIds: readonly string[]): PaymentView[] =>
  actIds.length === 0 ? [] : read(scope, inArray(payments.actId, [...actIds]))

export const findPayment = (scope: PaymentScope, id: string): PaymentView | undefined =>
  read(scope, eq(payments.id, id))[0]

/** Those that pay nothing known and that no person has spoken of, the earliest first. */
export const listOpenPayments = (scope: PaymentScope): PaymentView[] =>
  read(scope, and(isNull(payments.actId), isNull(payments.matchedBy))).reverse()

/** What has been paid for each act, in femtos of the act's currency; an act without payments is not there. */
export function paidOf({ db }: PaymentScope, actIds: readonly string[]): Map<string, bigint> {
  if (actIds.length === 0) return new Map()
  const rows = db
    .select({ actId: acts.id, amount: payments.amount })
    .from(payments)
    .innerJoin(acts, and(eq(acts.id, payments.actId), eq(acts.currency, payments.currency)))
    .where(inArray(payments.actId, [...actIds]))
    .all()
  const paid = new Map<string, bigint>()
  for (const { actId, amount } of rows)
    paid.set(actId, (paid.get(actId) ?? 0n) + (parseDecimal(amount) ?? 0n))
  return paid
}

function read({ db, workspaceId }: PaymentScope, where: Parameters<typeof and>[0]): PaymentView[] {
  const rows = db
    .select({ payment: payments, actNumber: acts.number, connectionId: acts.connectionId })
    .from(payments)
    .leftJoin(acts, eq(acts.id, payments.actId))
    .where(and(eq(payments.workspaceId, workspaceId), where))
    .orderBy(desc(payments.day), desc(payments.addedAtMs), payments.id)
    .all()
  const accounts = accountsOfSuppliers({ db, workspaceId })
  const known = connectionNames({ db, workspaceId })
  return rows.map(({ payment, actNumber, connectionId }) => {
    const { workspaceId: _, hash: _hash, addedAtMs: _at, ...plain } = payment
    const { inn, name } = payment.payee
    const account = connectionId ?? accounts.get(inn ?? '') ?? accounts.get(normalName(name)) ?? ''
    return {
      ...plain,
      actNumber,
      connectionId: known.has(account) ? account : null,
    }
  })
}

/** Whose documents a person has said belong to which account, by the supplier's number and by its name. */
export function accountsOfSuppliers({ db, workspaceId }: PaymentScope): Map<string, string> {
  const rows = db.select().from(actSuppliers).where(eq(actSuppliers.workspaceId, workspaceId)).all()
  return new Map(
    rows.flatMap(({ inn, name, connectionId }): [string, string][] => [
      [inn, connectionId],
      [normalName(name), connectionId],
    ]),
  )
}
