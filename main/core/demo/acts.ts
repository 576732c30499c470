import type { ActView, PaymentView, VatRate } from '#shared/contract/acts.ts'
import type { Provider } from '#shared/contract/values.ts'
import { addDays, addMonths, type Day, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import type { DocumentLine } from '../acts/document.ts'
import { generalRateOn, percentOf, vatWithin } from '../acts/vat-rate.ts'
import { money } from '../money/money.ts'
import type { DemoCharge } from './costs.ts'
import type { DemoConnection } from './shape.ts'
import { historyDays } from './timeline.ts'

export type DemoSuppliers = {
  /** As Russian names them after "за". */
  months: readonly string[]
  buyer: { name: string; inn: null }
  suppliers: Partial<Record<Provider, { name: string; kind: 'act' | 'upd'; letter: string }>>
  difference: { connection: string; name: string; correction: string; rounding: string }
  unpaid: readonly string[]
  prepaid: { connection: string; amount: string; purpose: string }
}

export type DemoAct = {
  key: string
  connection: string
  kind: 'act' | 'upd'
  number: string
  day: Day
  month: string
  supplier: ActView['supplier']
  buyer: ActView['buyer']
  rate: VatRate
  lines: DocumentLine[]
}

export type DemoPayment = Pick<PaymentView, 'day' | 'number' | 'payer' | 'payee' | 'purpose'> & {
  key: string
  amount: bigint
  /** Of the act that it pays, by key. */
  act: string | null
}

type Account = { connection: DemoConnection; charges: readonly DemoCharge[] }

const KOPECK = 10n ** 13n
/** Of the month after the act's. */
const PAID_ON = 12

/** A document for each account and whole month, as much as its bill; the last of one account differs from it. */
export function actsOf(said: DemoSuppliers, accounts: readonly Account[], anchor: Day): DemoAct[] {
  const running = firstOfMonth(anchor)
  const last = addMonths(running, -1).slice(0, 7)
  return accounts.flatMap(({ connection, charges }, position) => {
    const supplier = said.suppliers[connection.provider]
    if (!supplier) return []
    const bills = billsOf(charges)
    return wholeMonths(anchor).flatMap((first): DemoAct[] => {
      const month = first.slice(0, 7)
      const services = bills.get(month)
      if (!services) return []
      const day = lastOfMonth(first)
      const rate = generalRateOn(day)
      const isOdd = month === last && connection.key === said.difference.connection
      const totals = [...services].map(([name, total]) => ({
        name: `${name} за ${said.months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)} г.`,
        total,
      }))
      return [
        {
          ...{
            key: `${connection.key}-${month}`,
            connection: connection.key,
            kind: supplier.kind,
            day,
            month,
            rate,
          },
          number: `${supplier.letter}-${month.slice(5)}${month.slice(2, 4)}/${position + 1}`,
          supplier: { name: supplier.name, inn: null, kpp: null },
          buyer: said.buyer,
          lines: taxed(isOdd ? withDifference(totals, said.difference, day) : totals, rate),
        },
      ]
    })
  })
}

function wholeMonths(anchor: Day): Day[] {
  const start = firstOfMonth(addMonths(addDays(anchor, -historyDays(anchor)), 1))
  const months: Day[] = []
  for (let at = start; at < firstOfMonth(anchor); at = addMonths(at, 1)) months.push(at)
  return months
}

/** By month and service, in the order in which the services come. */
function billsOf(charges: readonly DemoCharge[]): Map<string, Map<string, bigint>> {
  const bills = new Map<string, Map<string, bigint>>()
  for (const { product, lines } of charges)
    for (const { day, billed } of lines) {
      const month = day.slice(0, 7)
      const services = bills.get(month) ?? new Map<string, bigint>()
      bills.set(month, services)
      services.set(product.service, (services.get(product.service) ?? 0n) + billed)
    }
  return bills
}

type Total = { name: string; total: bigint }

function withDifference(totals: Total[], said: DemoSuppliers['difference'], day: Day): Total[] {
  const [first, ...rest] = totals
  if (!first) return totals
  const date = day.split('-').reverse().join('.')
  return [
    { ...first, total: first.total + money(said.rounding, 'RUB').femtos },
    ...rest,
    { name: `${said.name} ${date}`, total: money(said.correction, 'RUB').femtos },
  ]
}

/** The tax of the whole is what the rate makes of it; the odd kopecks lie on the first lines, one each. */
function taxed(totals: readonly Total[], rate: VatRate): DocumentLine[] {
  const percent = percentOf(rate) ?? 0n
  const whole = vatWithin(
    totals.reduce((sum, { total }) => sum + total, 0n),
    percent,
  )
  const vats = totals.map(({ total }) => vatWithin(total, percent))
  let odd = whole - vats.reduce((sum, vat) => sum + vat, 0n)
  return totals.map(({ name, total }, at): DocumentLine => {
    const step = odd > 0n ? KOPECK : odd < 0n ? -KOPECK : 0n
    odd -= step
    const vat = (vats[at] ?? 0n) + step
    return { name, quantity: '1', unit: 'усл. ед.', without: total - vat, rate, vat, total }
  })
}

/** Everything is paid in the middle of the next month, but for what is still waiting. */
export function paymentsOf(said: DemoSuppliers, acts: readonly DemoAct[], anchor: Day): DemoPayment[] {
  const last = addMonths(firstOfMonth(anchor), -1).slice(0, 7)
  const payer = said.buyer
  const paid = acts.flatMap((act, at): DemoPayment[] => {
    const day = addDays(addMonths(firstOfMonth(act.day), 1), PAID_ON - 1)
    if (day >= anchor || (act.month === last && said.unpaid.includes(act.connection))) return []
    const amount = act.lines.reduce((sum, { total }) => sum + total, 0n)
    const date = act.day.split('-').reverse().join('.')
    const purpose = `Оплата по документу № ${act.number} от ${date}, в т. ч. НДС ${act.rate}%`
    const payee = { name: act.supplier.name, inn: null }
    return [{ key: act.key, day, number: String(301 + at), payer, payee, purpose, amount, act: act.key }]
  })
  const { connection, amount, purpose } = said.prepaid
  const supplier = acts.find((act) => act.connection === connection)?.supplier
  if (!supplier) return paid
  const payee = { name: supplier.name, inn: null }
  const day = addDays(addMonths(firstOfMonth(anchor), -1), 19)
  return [
    ...paid,
    {
      key: 'prepaid',
      day,
      number: '299',
      payer,
      payee,
      purpose,
      amount: money(amount, 'RUB').femtos,
      act: null,
    },
  ]
}
