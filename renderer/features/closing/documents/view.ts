import type { ActView, PaymentView } from '#shared/contract/acts.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { addMonths, type Day, day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

export type LoadedActs = CallOutput<'acts.load'>['items']
export type LoadedBank = CallOutput<'payments.load'>['items']
export type Loaded = { acts: LoadedActs; bank: LoadedBank }

export const firstDay = (month: string): Day => day(`${month}-01`)

/** Months that a document of this day may bill: its own and a year back. */
export const monthsBefore = (on: Day, count = 13): string[] =>
  Array.from({ length: count }, (_, at) => addMonths(firstDay(on.slice(0, 7)), -at).slice(0, 7))

type Paid = { state: 'full' | 'part' | 'over' | 'none' | 'inOther'; amount: string }

/** Nobody pays a correction by itself, nor an invoice beside its act. */
export function paidState({ kind, countedAsId, total, paid }: ActView): Paid {
  if (kind === 'correction' || countedAsId !== null) return { state: 'inOther', amount: '0' }
  const due = parseDecimal(total) ?? 0n
  const given = parseDecimal(paid) ?? 0n
  if (given === 0n) return { state: 'none', amount: paid }
  if (given > due) return { state: 'over', amount: formatDecimal(given - due) }
  return { state: given === due ? 'full' : 'part', amount: paid }
}

/** Statements are text; whatever else a person chose is taken for a document and told so if it is none. */
export const isStatement = (name: string): boolean => /\.txt$/i.test(name)

/**
 * What is still to be paid. Companies are told apart by their numbers; where one of the two has none, a person may know
 * better.
 */
export function isPayable(act: ActView, { payee, currency }: PaymentView): boolean {
  const { state } = paidState(act)
  if ((state !== 'none' && state !== 'part') || act.currency !== currency) return false
  return act.supplier.inn === null || payee.inn === null || act.supplier.inn === payee.inn
}
