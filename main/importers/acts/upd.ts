import type { ActDocument, DocumentLine } from '#main/core/acts/document.ts'
import { rateOf, readVatRate } from '#main/core/acts/vat-rate.ts'
import type { VatRate } from '#shared/contract/acts.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { currencyOfNumber, readDay, readParty, readSum } from './fields.ts'
import { childOf, childrenOf, textOf, told, wordsOf, type XmlNode } from './xml-node.ts'

/** By what the document is for: an invoice alone, or the transfer too. */
const KINDS: Readonly<Record<string, ActDocument['kind']>> = { СЧФ: 'invoice', СЧФДОП: 'upd', ДОП: 'act' }

/** УПД 5.03 (and 5.02, which has the same names). Null when what a document cannot be without is missing. */
export function readUpd(document: XmlNode): ActDocument | null {
  const head = childOf(document, 'СвСчФакт')
  const table = childOf(document, 'ТаблСчФакт')
  const number = told(head, 'НомерДок')
  const day = readDay(told(head, 'ДатаДок'))
  const supplier = readParty(childOf(head, 'СвПрод'))
  const currency = currencyIn(head)
  const totals = childOf(table, 'ВсегоОпл')
  if (!head || number === null || day === null || supplier === null || currency === null) return null

  const lines = childrenOf(table, 'СведТов').flatMap((node) => readLine(node) ?? [])
  const total = readSum(told(totals, 'СтТовУчНалВсего')) ?? sumOf(lines, 'total')
  const vat = vatIn(childOf(totals, 'СумНалВсего')) ?? sumOf(lines, 'vat')
  const without = readSum(told(totals, 'СтТовБезНДСВсего')) ?? total - vat
  if (!totals && lines.length === 0) return null
  return {
    kind: KINDS[told(document, 'Функция') ?? ''] ?? 'upd',
    number,
    day,
    supplier,
    buyer: buyerIn(head),
    currency,
    lines,
    without,
    rate: rateOf(lines, { without, vat }),
    vat,
    total,
    period: periodIn(document),
    corrects: isCorrected(head) ? { number, isWhole: true } : null,
    words: wordsIn(document, head, lines),
  }
}

export const buyerIn = (head: XmlNode | null): ActDocument['buyer'] => {
  const buyer = readParty(childOf(head, 'СвПокуп'))
  return buyer && { name: buyer.name, inn: buyer.inn }
}

export function currencyIn(head: XmlNode | null): Currency | null {
  const code = told(childOf(head, 'ДенИзм'), 'КодОКВ') ?? told(head, 'КодОКВ')
  return code === null ? 'RUB' : currencyOfNumber(code)
}

function readLine(node: XmlNode): DocumentLine | null {
  const total = readSum(told(node, 'СтТовУчНал'))
  const without = readSum(told(node, 'СтТовБезНДС'))
  const vat = vatIn(childOf(node, 'СумНал')) ?? (total !== null && without !== null ? total - without : null)
  if (total === null && without === null) return null
  const whole = total ?? (without ?? 0n) + (vat ?? 0n)
  return {
    name: told(node, 'НаимТов') ?? '—',
    quantity: numberIn(told(node, 'КолТов')),
    unit: told(node, 'НаимЕдИзм') ?? told(childOf(node, 'ДопСведТов'), 'НаимЕдИзм'),
    without: without ?? whole - (vat ?? 0n),
    rate: rateIn(told(node, 'НалСт'), vat ?? 0n),
    vat: vat ?? 0n,
    total: whole,
  }
}

export const rateIn = (text: string | null, vat: bigint): VatRate =>
  readVatRate(text ?? '') ?? (vat === 0n ? 'none' : 'mixed')

/** `<СумНал><СумНал>…` or `<СумНал><БезНДС>…`; null where nothing is said. */
export function vatIn(node: XmlNode | null): bigint | null {
  const sum = readSum(told(node, 'СумНал', 'СумНДС') ?? textOf(node))
  return sum ?? (told(node, 'БезНДС', 'ДефНДС') === null ? null : 0n)
}

export const numberIn = (text: string | null): string | null => {
  const plain = (text ?? '').replace(',', '.')
  return /^-?\d{1,20}(\.\d{1,20})?$/.test(plain) ? plain : null
}

const sumOf = (lines: readonly DocumentLine[], of: 'total' | 'vat'): bigint =>
  lines.reduce((all, line) => all + line[of], 0n)

/** A dash stands where nothing was corrected. */
function isCorrected(head: XmlNode): boolean {
  const node = childOf(head, 'ИспрДок') ?? childOf(head, 'ИспрСчФ')
  return /\d/.test(told(node, 'НомИспр', 'НомИспрСчФ') ?? '')
}

function periodIn(document: XmlNode): ActDocument['period'] {
  const transfer = childOf(document, 'СвПродПер', 'СвПер')
  const from = readDay(told(transfer, 'ДатаНач', 'ДатаНачПер'))
  const to = readDay(told(transfer, 'ДатаОкон', 'ДатаОконПер'))
  return from !== null && to !== null && from <= to ? { from, to } : null
}

/** Where suppliers write the month and the number of the contract: lines, grounds and fields of their own. */
function wordsIn(document: XmlNode, head: XmlNode, lines: readonly DocumentLine[]): string[] {
  const table = childOf(document, 'ТаблСчФакт')
  return [
    ...lines.map(({ name }) => name),
    ...wordsOf(childOf(document, 'СвПродПер')),
    ...wordsOf(childOf(head, 'ИнфПолФХЖ1')),
    ...wordsOf(childOf(head, 'ДопСвФХЖ1')),
    ...childrenOf(table, 'СведТов').flatMap((line) => childrenOf(line, 'ИнфПолФХЖ2').flatMap(wordsOf)),
  ]
}
