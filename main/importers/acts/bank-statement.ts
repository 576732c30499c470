import type { PaymentView } from '#shared/contract/acts.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { decodeCp866 } from './decode.ts'
import { currencyOfNumber, readDay, readInn, readSum } from './fields.ts'

export type StatedPayment = {
  day: Day
  number: string
  amount: bigint
  currency: Currency
  payer: PaymentView['payer'] & { account: string }
  payee: PaymentView['payee'] & { account: string }
  purpose: string
}

const MARK = '1CClientBankExchange'
const START = 'СекцияДокумент='

/**
 * The payments of a statement that a bank has written for 1C. A file whose end is missing is refused whole: nobody could
 * tell what else was in it.
 */
export function readStatement(bytes: Uint8Array, name: string): StatedPayment[] {
  const lines = decode(bytes)
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
  while (lines.at(-1) === '') lines.pop()
  if (lines[0] !== MARK || lines.at(-1) !== 'КонецФайла') throw notABankFile(name)
  const payments: StatedPayment[] = []
  let fields: Map<string, string> | null = null
  for (const line of lines) {
    if (line.startsWith(START)) {
      if (fields) throw notABankFile(name)
      fields = new Map()
    } else if (line === 'КонецДокумента') {
      if (!fields) throw notABankFile(name)
      const payment = paymentOf(fields)
      if (payment) payments.push(payment)
      fields = null
    } else if (fields) {
      const at = line.indexOf('=')
      const key = line.slice(0, at)
      if (at > 0 && !fields.has(key)) fields.set(key, line.slice(at + 1).trim())
    }
  }
  if (fields) throw notABankFile(name)
  return payments
}

const notABankFile = (name: string): AppError => new AppError('payment.notABankFile', { name })

/** The head says in Latin letters, the same in every encoding, how the rest is written; where it does not, Windows. */
function decode(bytes: Uint8Array): string {
  const plain = new TextDecoder('utf-8', { fatal: true })
  try {
    // Russian in the other two encodings is never sound UTF-8.
    return plain.decode(bytes)
  } catch {
    const head = decodeCp866(bytes.subarray(0, 400))
    return /^Кодировка=DOS/im.test(head) ? decodeCp866(bytes) : new TextDecoder('windows-1251').decode(bytes)
  }
}

/** Null: money that has not left the account, or a section without what a payment cannot be without. */
function paymentOf(fields: ReadonlyMap<string, string>): StatedPayment | null {
  const first = (...names: readonly string[]): string =>
    names.map((key) => fields.get(key) ?? '').find((value) => value !== '') ?? ''
  const day = readDay(first('ДатаСписано')) ?? readDay(first('ДатаПоступило')) ?? readDay(first('Дата'))
  const amount = readSum(first('Сумма'))
  const payerAccount = first('ПлательщикРасчСчет', 'ПлательщикСчет')
  const currency = payerAccount === '' ? 'RUB' : currencyOfNumber(payerAccount.slice(5, 8))
  if (day === null || amount === null || amount <= 0n || currency === null) return null
  return {
    day,
    number: first('Номер').slice(0, 120),
    amount,
    currency,
    payer: side(first('Плательщик1', 'Плательщик'), first('ПлательщикИНН'), payerAccount),
    payee: side(
      first('Получатель1', 'Получатель'),
      first('ПолучательИНН'),
      first('ПолучательРасчСчет', 'ПолучательСчет'),
    ),
    purpose: purposeOf(fields).slice(0, 1000),
  }
}

/** Some banks write the number into the name: "ИНН 7700000000 ООО …". */
function side(text: string, inn: string, account: string): StatedPayment['payee'] {
  const inName = /^ИНН\s*(\d{10,12})\s*(?:\/\s*\d{9}\s*)?(?:КПП\s*\d{9}\s*)?/i.exec(text)
  const name = text.slice(inName?.[0].length ?? 0).trim()
  return { name: name.slice(0, 500), inn: readInn(inn) ?? readInn(inName?.[1] ?? null), account }
}

/** In one piece, or cut over numbered fields. */
function purposeOf(fields: ReadonlyMap<string, string>): string {
  const whole = fields.get('НазначениеПлатежа') ?? ''
  if (whole !== '') return whole
  return [1, 2, 3, 4, 5, 6]
    .flatMap((at) => fields.get(`НазначениеПлатежа${at}`) ?? [])
    .join(' ')
    .trim()
}
