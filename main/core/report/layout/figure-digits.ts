import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

/** What stands between and about the digits of a kind of figure. */
type Look = {
  places: number
  group: string
  point: string
  plus: readonly [string, string]
  minus: readonly [string, string]
  /** Whether zeros at the end are left out. */
  isShort: boolean
}

type Write = (amount: string) => string

const looks = new Map<string, Look>()
const DIGITS = /\d[\d.,\s\u00a0\u202f]*\d|\d/u

/**
 * Taken from how the screen writes a few figures, so that paper writes all of them the same way: Intl itself would take
 * ten times as long, and a long table has a million of them. Unless it is told how many, the places are the screen's.
 */
export function lookOf(key: string, write: Write, told: { places?: number; isShort?: boolean } = {}): Look {
  const known = looks.get(key)
  if (known) return known
  const around = (amount: string): [string, string] => {
    const text = write(amount)
    const digits = DIGITS.exec(text)
    if (!digits) throw new RangeError(`no digits in ${text}`)
    return [text.slice(0, digits.index), text.slice(digits.index + digits[0].length)]
  }
  const digits = (amount: string): string => DIGITS.exec(write(amount))?.[0] ?? ''
  const look: Look = {
    places: told.places ?? Math.max(0, digits('1.999999999').length - 2),
    isShort: told.isShort ?? false,
    group: digits('1234567').charAt(1),
    point: digits('1.5').charAt(1),
    plus: around('1'),
    minus: around('-1'),
  }
  looks.set(key, look)
  return look
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/
const THREES = /\B(?=(?:\d{3})+$)/g

/** Exact decimal text as people read it, rounded half away from zero; `shift` moves the point to the right. */
export function written(amount: string, look: Look, shift = 0): string {
  const match = PLAIN.exec(amount) ?? PLAIN.exec(plainOf(amount))
  if (!match) return amount
  const [, sign, given = '0', rest = ''] = match
  const [units, minor] = rounded(given + rest.slice(0, shift).padEnd(shift, '0'), rest.slice(shift), look)
  const isNothing = /^0*$/.test(units) && /^0*$/.test(minor)
  const [before, after] = sign && !isNothing ? look.minus : look.plus
  const grouped = units.replace(/^0+(?=\d)/, '').replace(THREES, look.group)
  return `${before}${grouped}${minor === '' ? '' : `${look.point}${minor}`}${after}`
}

function plainOf(amount: string): string {
  const femtos = parseDecimal(amount)
  return femtos === null ? '' : formatDecimal(femtos)
}

function rounded(whole: string, fraction: string, { places, isShort }: Look): [units: string, minor: string] {
  let units = whole
  let minor = fraction.slice(0, places).padEnd(places, '0')
  if (/^[5-9]/.test(fraction.slice(places))) {
    const raised = (BigInt(whole + minor) + 1n).toString().padStart(places + 1, '0')
    units = places === 0 ? raised : raised.slice(0, -places)
    minor = places === 0 ? '' : raised.slice(-places)
  }
  return [units, isShort ? minor.replace(/0+$/, '') : minor]
}
