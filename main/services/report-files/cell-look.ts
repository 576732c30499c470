import { amountFormat, figureFormat } from '#main/core/export/sheet.ts'
import type { BookCell } from '#main/core/export/xlsx/sheet.ts'
import type { CellLook, Styles } from '#main/core/export/xlsx/styles.ts'
import type { CellKind } from '#main/core/report/document.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'

const SIGNS: Partial<Record<Currency, string>> = { RUB: '₽', USD: '$', EUR: '€', KZT: '₸', CNY: '¥' }

/** `1 234,56 ₽`, red below zero; the mark and the spaces are those of whoever opens the file. */
function moneyFormat(currency: Currency): string {
  const sign = ` "${SIGNS[currency] ?? currency}"`
  const [plus = '', minus = ''] = amountFormat(currency).split(';')
  return `${plus}${sign};${minus}${sign}`
}

function formatOf(kind: CellKind, unit: Currency | null): string | undefined {
  if (kind === 'money') return unit ? moneyFormat(unit) : figureFormat
  if (kind === 'number') return figureFormat
  if (kind === 'count') return '#,##0'
  if (kind === 'share') return '0.0%;[Red]-0.0%'
  return kind === 'day' ? 'dd.mm.yyyy' : undefined
}

/** Numbers of looks, found again without writing each look out: a table asks a million times. */
const known = new WeakMap<Styles, Map<string, number>>()

function lookId(kind: CellKind, unit: Currency | null, look: CellLook, styles: Styles): number {
  const own = known.get(styles) ?? new Map<string, number>()
  if (own.size === 0) known.set(styles, own)
  const { isBold, isTotal, indent } = look
  const key = `${kind} ${unit} ${isBold ? 1 : 0}${isTotal ? 1 : 0} ${indent ?? 0}`
  const found = own.get(key)
  if (found !== undefined) return found
  const format = formatOf(kind, unit)
  const id = styles.id({ ...look, ...(format ? { format } : {}) })
  own.set(key, id)
  return id
}

/** A value of a document as a cell; what is no number where one belongs stays a text. */
export function bookCell(
  value: string | null,
  kind: CellKind,
  unit: Currency | null,
  look: Pick<CellLook, 'isBold' | 'isTotal' | 'indent'>,
  styles: Styles,
  formula?: string,
): BookCell {
  if (value === null) return look.isTotal ? { text: '', look: lookId('text', null, look, styles) } : null
  if (kind === 'day') return { day: value as Day, look: lookId(kind, null, look, styles) }
  if (kind === 'text' || !isFigure(value)) return { text: value, look: lookId('text', null, look, styles) }
  const id = lookId(kind, unit, look, styles)
  return formula === undefined ? { number: value, look: id } : { number: value, look: id, formula }
}

const isFigure = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value)
