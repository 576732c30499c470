import { decimalOf, isBlank, readAmount } from '#main/importers/detect/amount.ts'
import { createOrderJudge } from '#main/importers/detect/date.ts'
import type { Cells } from '#main/importers/table/cells.ts'
import type { DateOrder } from '#shared/contract/imports.ts'
import { readPeriod } from './read-period.ts'

/**
 * Which columns of a table tell the days, the values and the parts. A wide table has a column of values for every part,
 * and no column that names one.
 */
export type TableColumns = { day: number; values: { at: number; part: string | null }[]; part: number | null }

/** How its numbers and dates are written. */
export type TableWriting = { decimal: '.' | ','; order: DateOrder }

type Looked = { header: readonly string[]; sample: readonly Cells[] }

const DAY = /^(дата|день|месяц|период|date|day|month|period)$/u
const VALUE =
  /^(значени[ея]|кол-?во|количество|число|сумма|выручка|value|values|count|quantity|amount|units|revenue)$/u
const PART =
  /^(часть|подразделение|отдел|департамент|продукт|проект|клиент|заказчик|функция|part|department|team|product|project|client|customer|feature)$/u

const plain = (name: string): string => name.trim().toLowerCase()

/** A bare number may be a day in a spreadsheet's count, or forty thousand orders: only a column's name can tell. */
const isDayText = (text: string): boolean =>
  !/^\d+([.,]\d+)?$/.test(text.trim()) && readPeriod(text, null) !== null
const isNumberText = (text: string): boolean =>
  (readAmount(text, '.') ?? readAmount(text, ',')) !== null && !isDayText(text)

/** Null where no column tells days, or none tells numbers. */
export function findColumns(
  { header, sample }: Looked,
  { names, isByPart }: { names: readonly string[]; isByPart: boolean },
): TableColumns | null {
  const columns = header.map((_, at) => at)
  const share = (at: number, test: (text: string) => boolean): number => {
    const told = sample.map((row) => row.cell(at)).filter((text) => !isBlank(text))
    return told.length === 0 ? 0 : told.filter(test).length / told.length
  }
  const best = (from: readonly number[], test: (text: string) => boolean): number | undefined =>
    from
      .map((at) => ({ at, share: share(at, test) }))
      .filter((one) => one.share >= 0.5)
      .sort((a, b) => b.share - a.share || a.at - b.at)[0]?.at
  const named = (from: readonly number[], test: (name: string) => boolean): number | undefined =>
    from.find((at) => test(plain(header[at] ?? '')))

  const day = named(columns, (name) => DAY.test(name)) ?? best(columns, isDayText)
  if (day === undefined) return null
  const others = columns.filter((at) => at !== day)
  const numbers = others.filter((at) => share(at, isNumberText) >= 0.5)
  const own = names.map(plain)
  const value =
    named(numbers, (name) => own.includes(name)) ?? named(others, (name) => VALUE.test(name)) ?? numbers[0]
  if (value === undefined) return null
  if (!isByPart) return { day, values: [{ at: value, part: null }], part: null }

  const texts = others.filter((at) => at !== value && !numbers.includes(at))
  const part = named(others, (name) => PART.test(name)) ?? best(texts, (text) => !isNumberText(text))
  if (part !== undefined && part !== value) return { day, values: [{ at: value, part: null }], part }
  return { day, values: numbers.map((at) => ({ at, part: header[at] ?? '' })), part: null }
}

export function findWriting(
  { sample }: Pick<Looked, 'sample'>,
  { day, values }: TableColumns,
  { isTyped, separator }: { isTyped: boolean; separator: string | null },
): TableWriting {
  const judge = createOrderJudge()
  for (const row of sample) judge.see(row.cell(day))
  const order = judge.verdict()
  const texts = sample.flatMap((row) => values.map(({ at }) => row.cell(at)))
  // A sheet keeps numbers with a dot, whatever it shows; texts among them are a person's.
  const told = decimalOf(isTyped ? texts.filter((text) => !/^-?\d+(\.\d+)?$/.test(text)) : texts)
  const usual = isTyped || separator === ',' ? '.' : ','
  return {
    decimal: told === '.' || told === ',' ? told : usual,
    order: order === 'monthFirst' ? order : 'dayFirst',
  }
}
