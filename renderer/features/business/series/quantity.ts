import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

const SPACES = /[\s\u00a0\u202f\u2009']/gu
const SHAPE = /^\d{1,15}(\.\d{1,6})?$/

/**
 * A count as people type it and spreadsheets copy it: spaces between thousands, a comma or a dot before the fraction.
 * Of both signs the last is the decimal one; one that stands several times parts thousands.
 */
export function readQuantity(text: string): string | null {
  const bare = text.replace(SPACES, '')
  const dots = bare.split('.').length - 1
  const commas = bare.split(',').length - 1
  let plain = bare
  if (dots > 0 && commas > 0) {
    const isComma = bare.lastIndexOf(',') > bare.lastIndexOf('.')
    plain = isComma ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '')
  } else if (dots > 1) plain = bare.replaceAll('.', '')
  else if (commas > 1) plain = bare.replaceAll(',', '')
  else plain = bare.replace(',', '.')
  return SHAPE.test(plain) ? formatDecimal(parseDecimal(plain) ?? 0n) : null
}

/** As it stands in a cell, to be typed over: spaces between thousands, the decimal mark of the language. */
export function writeQuantity(value: string, decimal: ',' | '.'): string {
  const [whole = '', fraction] = value.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`
}
