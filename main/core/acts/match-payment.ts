import type { PaymentView } from '#shared/contract/acts.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { holdsWord } from './match-account.ts'
import { normalName } from './names.ts'

type Payment = { payee: PaymentView['payee']; amount: bigint; currency: Currency; purpose: string }
/** `open`: what is not paid of it yet. */
export type PayableAct = {
  id: string
  number: string
  supplier: { name: string; inn: string | null }
  currency: Currency
  total: bigint
  open: bigint
}

/** A shorter number counts only right behind a word or sign that announces one. */
const LONG_NUMBER = 6
const ANNOUNCED =
  /(?:№|(?<![\p{L}])(?:no|n|акт\p{L}*|упд|сч[её]т\p{L}*(?:-фактур\p{L}*)?|сф|с\/ф)\.?)\s*(?:№|no\.?|n)?\s*([\p{L}\p{N}][\p{L}\p{N}/_-]*)/giu

/**
 * What a payment pays: the act whose number its purpose names, else the only one of that supplier with exactly this much
 * to pay. Null: a person has to say.
 */
export function actOf(
  payment: Payment,
  acts: readonly PayableAct[],
): { actId: string; matchedBy: 'number' | 'amount' } | null {
  const own = acts.filter(
    (act) => act.currency === payment.currency && isSameCompany(act.supplier, payment.payee),
  )
  const named = own.filter(({ number }) => namesNumber(payment.purpose, number))
  const [byNumber] = named.length === 1 ? named : named.filter(({ open }) => open === payment.amount)
  if (byNumber && named.filter(({ open }) => open === byNumber.open).length === 1)
    return { actId: byNumber.id, matchedBy: 'number' }
  const exact = own.filter(({ open, total }) => open === total && open === payment.amount)
  const [byAmount] = exact
  return byAmount && exact.length === 1 ? { actId: byAmount.id, matchedBy: 'amount' } : null
}

/** By their numbers where both have one, else by their names. */
export function isSameCompany(
  a: { name: string; inn: string | null },
  b: { name: string; inn: string | null },
): boolean {
  if (a.inn !== null && b.inn !== null) return a.inn === b.inn
  const name = normalName(a.name)
  return name !== '' && name === normalName(b.name)
}

function namesNumber(purpose: string, number: string): boolean {
  if (number.length >= LONG_NUMBER) return holdsWord(purpose, number)
  const wanted = number.toLowerCase()
  return [...purpose.matchAll(ANNOUNCED)].some(([, told]) => told?.toLowerCase() === wanted)
}
