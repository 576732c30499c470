import { readVatRate } from '#main/core/acts/vat-rate.ts'
import type { ActView, VatRate } from '#shared/contract/acts.ts'
import { type Day, isDay } from '#shared/lib/day.ts'
import { readAmount } from '../detect/amount.ts'
import { readDate } from '../detect/date.ts'
import { readInn, readSum } from './fields.ts'

const NUMBERED =
  /(акт|упд|универсальн|сч[её]т-фактура|документ)[^№\n]*?(?:№|(?<![\p{L}])N|номер)\s*:?\s*([\p{L}\p{N}][^\s,;]*)\s+от\s+[«"“]?(\d{1,2}[»"”]?[.\s]+(?:\p{L}+|\d{1,2})[.\s]+\d{4})/iu
const SIDES = { supplier: /^(исполнитель|поставщик|продавец)/iu, buyer: /^(заказчик|покупатель)/iu }

type Heading = { number: string; day: Day; kind: 'act' | 'upd' | 'invoice' }

/** "Акт № 123 от 31 октября 2026 г." */
export function headingIn(text: string): Heading | null {
  const match = NUMBERED.exec(text)
  const [, word = '', number = '', date = ''] = match ?? []
  const found = readDate(date.replace(/[«»"“”]/g, ''), 'dayFirst')
  if (!match || !found) return null
  const day = new Date(found.ms).toISOString().slice(0, 10)
  if (!isDay(day)) return null
  const kind = /^сч/iu.test(word) ? 'invoice' : /^(упд|универс)/iu.test(word) ? 'upd' : 'act'
  return { number: number.slice(0, 120), day, kind }
}

/** "Исполнитель: ООО «Облако-пример», ИНН 7700000000, КПП 770001001, адрес…" */
export function sideIn(text: string, side: keyof typeof SIDES): ActView['supplier'] | null {
  if (!SIDES[side].test(text.trim())) return null
  const rest = text.trim().replace(/^[\p{L}]+\s*:?\s*/u, '')
  const inn = /ИНН(?:\s*\/\s*КПП)?\s*:?\s*(\d{10,12})/iu.exec(rest)?.[1] ?? null
  const kpp =
    /КПП\s*:?\s*(\d{9})(?!\d)/iu.exec(rest)?.[1] ?? /\d{10}\s*\/\s*(\d{9})(?!\d)/.exec(rest)?.[1] ?? null
  const name = (rest.split(/,?\s*ИНН|,/iu)[0] ?? '').trim()
  return name === '' ? null : { name: name.slice(0, 500), inn: readInn(inn), kpp }
}

/** A sum as a cell has it: a number of the workbook, or what a person typed. */
export const cellSum = (cell: string): bigint | null =>
  readSum(readAmount(cell, '.')) ?? readSum(readAmount(cell, ','))

/** "НДС (20%)", "в т. ч. НДС 22 %", "без НДС". */
export function rateWords(text: string): VatRate | null {
  const percent = /(\d{1,2}(?:\/1\d{2})?)\s*%?/u.exec(text.replace(/^.*?(?:ндс|налог)/iu, ''))?.[1]
  if (/без\s+(ндс|налога)/iu.test(text) && percent === undefined) return 'none'
  return percent === undefined ? null : readVatRate(percent.includes('/') ? percent : `${percent}%`)
}
