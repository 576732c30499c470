import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { currencyOfCode } from '#main/core/rates/bank-codes.ts'
import { readDay, readNominal, readValue, type ToldRate, type ToldRates } from '#main/core/rates/parsed.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'

/** Entities are never expanded and no tag lies deep: there is no text here that would need either. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  maxNestedTags: 8,
  isArray: (name) => name === 'Valute' || name === 'Record',
})

const quote = { Nominal: z.string(), Value: z.string() }
const daily = z.object({
  '@Date': z.string(),
  Valute: z.array(z.object({ '@ID': z.string().optional(), CharCode: z.string(), ...quote })).default([]),
})
const range = z.object({
  '@ID': z.string(),
  '@DateRange1': z.string(),
  Record: z.array(z.object({ '@Date': z.string(), '@Id': z.string().optional(), ...quote })).default([]),
})
const root = z.object({ ValCurs: z.union([range, daily]) })

/** What the Bank's XML tells, and its own numbers of the currencies in it. */
type BankRates = ToldRates & { codes: Map<Currency, string> }

/** Currencies by the Bank's numbers, besides those that are known here. */
export type Learned = ReadonlyMap<string, Currency>

/**
 * A day of all currencies (XML_daily) or a range of one (XML_dynamic). Null for anything else; a document type is
 * refused outright, whatever it declares: the Bank's files have none.
 */
export function readBankXml(text: string, learned: Learned = new Map()): BankRates | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return null
  const parsed = root.safeParse(parse(text))
  if (!parsed.success) return null
  const { ValCurs } = parsed.data
  return 'Valute' in ValCurs ? readDaily(ValCurs) : readRange(ValCurs, learned)
}

function parse(text: string): unknown {
  try {
    return parser.parse(text)
  } catch {
    return null
  }
}

/** The day is the one that the file names: for a Sunday the Bank answers with the rates set before it. */
function readDaily({ '@Date': date, Valute }: z.infer<typeof daily>): BankRates | null {
  const day = readDay(date)
  if (day === null) return null
  const rates: ToldRate[] = []
  const unknown: string[] = []
  const codes = new Map<Currency, string>()
  for (const one of Valute) {
    const currency = one.CharCode.toUpperCase()
    if (!isCurrency(currency)) {
      unknown.push(currency.slice(0, 10))
      continue
    }
    rates.push({ currency, ...quoteOf(one, day) })
    if (one['@ID']) codes.set(currency, one['@ID'].trim())
  }
  return { rates, unknown, codes }
}

/** The file names its currency by the Bank's number alone. */
function readRange(file: z.infer<typeof range>, learned: Learned): BankRates | null {
  const code = file['@ID'].trim()
  const currency = learned.get(code) ?? currencyOfCode(code)
  if (currency === null) throw new AppError('rates.unknownCode', { code: code.slice(0, 20) })
  const rates = file.Record.map((record) => {
    const day = readDay(record['@Date'])
    if (day === null) throw badRow(record['@Date'])
    return { currency, ...quoteOf(record, day) }
  })
  return { rates, unknown: [], codes: new Map() }
}

function quoteOf(one: { Nominal: string; Value: string }, day: Day): Omit<ToldRate, 'currency'> {
  const nominal = readNominal(one.Nominal)
  const value = readValue(one.Value)
  if (nominal === null || value === null) throw badRow(`${day}: ${one.Nominal} × ${one.Value}`)
  return { day, nominal, value }
}

const badRow = (text: string): AppError =>
  new AppError('rates.badRow', { line: '—', text: text.slice(0, 120) })
