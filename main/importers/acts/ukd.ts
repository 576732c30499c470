import type { ActDocument, DocumentLine } from '#main/core/acts/document.ts'
import { rateOf } from '#main/core/acts/vat-rate.ts'
import { readDay, readParty, readSum } from './fields.ts'
import { buyerIn, currencyIn, numberIn, rateIn, vatIn } from './upd.ts'
import { childOf, childrenOf, told, wordsOf, type XmlNode } from './xml-node.ts'

/** УКД: what became of each line, before and after. Its sums are the change. Null when it is not understood whole. */
export function readUkd(document: XmlNode): ActDocument | null {
  const head = childOf(document, 'СвКСчФ')
  const number = told(head, 'НомерКСчФ', 'НомерДок')
  const day = readDay(told(head, 'ДатаКСчФ', 'ДатаДок'))
  const supplier = readParty(childOf(head, 'СвПрод'))
  const currency = currencyIn(head)
  const before = childOf(head, 'СчФ')
  const corrected = told(before, 'НомерСчФ', 'НомерДок')
  const nodes = childrenOf(childOf(document, 'ТаблКСчФ'), 'СведТов')
  const lines = nodes.map(readLine)
  const known = lines.filter((line) => line !== null)
  if (number === null || day === null || supplier === null || currency === null || corrected === null)
    return null
  if (known.length === 0 || known.length < lines.length) return null
  const sum = (of: 'without' | 'vat' | 'total'): bigint => known.reduce((all, line) => all + line[of], 0n)
  const sums = { without: sum('without'), vat: sum('vat'), total: sum('total') }
  return {
    kind: 'correction',
    number,
    day,
    supplier,
    buyer: buyerIn(head),
    currency,
    lines: known,
    ...sums,
    rate: rateOf(known, sums),
    period: null,
    corrects: { number: corrected, isWhole: false },
    words: [...known.map(({ name }) => name), ...wordsOf(childOf(head, 'ИнфПолФХЖ1'))],
  }
}

function readLine(node: XmlNode): DocumentLine | null {
  const without = changeOf(childOf(node, 'СтТовБезНДС'))
  const total = changeOf(childOf(node, 'СтТовУчНал'))
  if (without === null || total === null) return null
  const before = vatIn(childOf(node, 'СумНалДо'))
  const after = vatIn(childOf(node, 'СумНалПосле'))
  const vat = before === null || after === null ? total - without : after - before
  return {
    name: told(node, 'НаимТов') ?? '—',
    quantity: numberIn(told(node, 'КолТовПосле')),
    unit: told(node, 'НаимЕдИзмПосле', 'НаимЕдИзмДо'),
    without,
    rate: rateIn(told(node, 'НалСтПосле', 'НалСтДо'), vat),
    vat,
    total,
  }
}

function changeOf(node: XmlNode | null): bigint | null {
  const before = readSum(told(node, 'СтоимДоИзм'))
  const after = readSum(told(node, 'СтоимПослеИзм'))
  if (before !== null && after !== null) return after - before
  const more = readSum(told(node, 'СтоимУвел'))
  const less = readSum(told(node, 'СтоимУм'))
  if (more !== null) return more
  return less === null ? null : -less
}
