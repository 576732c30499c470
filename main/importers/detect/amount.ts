export type Decimal = '.' | ','

const MACHINE = /^-?\d+(?:\.\d+)?$/
/** No amount is longer, with all that stands around it. */
const MAX_LENGTH = 80
const PLAIN_COMMA = /^-?\d+(?:,\d+)?$/
const GROUPED_COMMA = /^-?\d{1,3}(?:([ \u00a0\u202f])\d{3})(?:\1\d{3})*(?:,\d+)?$/
const GROUPS = /[ \u00a0\u202f]/g
/** Whole digits, or groups of three parted by one sign throughout; the fraction; an exponent. */
const SHAPES: Record<Decimal, RegExp> = {
  '.': /^(\d+|\d{1,3}(?:([ ,'])\d{3})(?:\2\d{3})*)?(?:\.(\d*))?([eE][+-]?\d{1,3})?$/,
  ',': /^(\d+|\d{1,3}(?:([ .'])\d{3})(?:\2\d{3})*)?(?:,(\d*))?([eE][+-]?\d{1,3})?$/,
}
const SPACES = /[\s\u00a0\u202f\u2009\u2007\u200a]/gu
const MINUSES = /[\u2212\u2010-\u2015\ufe63\uff0d]/g
const APOSTROPHES = /[\u2019\u02bc\u00b4`]/g
/** What may stand before or after a number: signs and codes of currencies, in the words that Russian reports use. */
const MARK = String.raw`(?:[₽$€¥£₸₴₺]|руб(?:\.|лей|ля|ль)?|р\.?|коп\.?|тенге|тг\.?|[A-Za-z]{3})`
const MARKED = new RegExp(`^${MARK}?([^A-Za-zА-Яа-я₽$€¥£₸₴₺]+(?:[eE][+-]?\\d{1,3})?)${MARK}?$`, 'iu')
const BLANK = /^[\s\u00a0\u202f]*(?:[-\u2012-\u2015\u2212]|null|n\/a|нет)?[\s\u00a0\u202f]*$/iu

/** A cell in which nothing is told: empty, a lone dash, "null". */
export const isBlank = (text: string): boolean => text === '' || (text.length < 12 && BLANK.test(text))

/** The number without what is around it, spaces taken out of it where they part groups of three. Null: not a number. */
function bare(text: string): { sign: '' | '-'; body: string } | null {
  if (text.length > MAX_LENGTH) return null
  let rest = text.replace(MINUSES, '-').replace(APOSTROPHES, "'").trim()
  const isBracketed = rest.startsWith('(') && rest.endsWith(')')
  if (isBracketed) rest = rest.slice(1, -1)
  rest = rest.replace(SPACES, ' ')
  const sign = /^[-+]/.exec(rest)?.[0] ?? ''
  if (sign) rest = rest.slice(1)
  const match = MARKED.exec(rest.trim())
  if (!match) return null
  let body = (match[1] ?? '').trim()
  let minuses = sign === '-' ? 1 : 0
  const inner = /^[-+]/.exec(body)?.[0]
  if (inner) {
    if (sign) return null
    body = body.slice(1).trim()
    if (inner === '-') minuses += 1
  }
  if (body.endsWith('-')) {
    body = body.slice(0, -1).trim()
    minuses += 1
  }
  if (isBracketed) minuses += 1
  return minuses > 1 || body === '' ? null : { sign: minuses === 1 ? '-' : '', body }
}

/**
 * A number as people and programs write it, as machine decimal text, digit by digit; null when it is not one. Groups
 * of thousands must be whole groups of three.
 */
export function readAmount(text: string, decimal: Decimal): string | null {
  if (decimal === '.' ? MACHINE.test(text) : PLAIN_COMMA.test(text)) return text.replace(',', '.')
  if (decimal === ',' && GROUPED_COMMA.test(text)) return text.replace(GROUPS, '').replace(',', '.')
  const found = bare(text)
  if (!found) return null
  const match = SHAPES[decimal].exec(found.body)
  if (!match) return null
  const [, whole = '', , fraction = '', exponent = ''] = match
  const digits = whole.replace(/\D/g, '')
  if (digits === '' && fraction === '') return null
  return `${found.sign}${digits === '' ? '0' : digits}${fraction === '' ? '' : `.${fraction}`}${exponent}`
}

/** What a value says of its decimal sign: nothing ("12"), one of them, or that it could be read either way ("1,234"). */
function tell(text: string): Decimal | 'either' | null {
  const body = bare(text)?.body
  if (body === undefined || !/[.,]/.test(body)) return null
  const dots = body.split('.').length - 1
  const commas = body.split(',').length - 1
  if (dots > 0 && commas > 0) return body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ','
  const only: Decimal = dots > 0 ? '.' : ','
  const other: Decimal = dots > 0 ? ',' : '.'
  if (dots + commas > 1) return other
  const [whole = '', fraction = ''] = body.split(only)
  if (/[ ']/.test(whole) || fraction.length !== 3 || /^0?$/.test(whole) || whole.length > 3) return only
  return /^\d{3}$/.test(fraction) ? 'either' : only
}

/** The decimal sign of columns of amounts. `ask`: some could be read either way and none decides, or they contradict. */
export function decimalOf(values: Iterable<string>): Decimal | 'ask' | null {
  let dots = 0
  let commas = 0
  let either = 0
  for (const value of values) {
    const told = tell(value)
    if (told === '.') dots += 1
    else if (told === ',') commas += 1
    else if (told === 'either') either += 1
  }
  if (dots > 0 && commas > 0) {
    if (dots > 20 * commas) return '.'
    return commas > 20 * dots ? ',' : 'ask'
  }
  if (dots > 0) return '.'
  if (commas > 0) return ','
  return either > 0 ? 'ask' : null
}
