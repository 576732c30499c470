import type { DraftShare } from './draft.ts'

/** Percents in ten-thousandths of one: whole numbers that add up exactly. */
const PLACES = 4
const ONE = 10n ** BigInt(PLACES)
const HUNDRED = 100n * ONE

/** A number as a person types it, with a comma or a point, as the contract takes it; null when it is none. */
function readPositive(typed: string, most: RegExp): string | null {
  const plain = typed.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.')
  return most.test(plain) && /[1-9]/.test(plain) ? plain : null
}

export const readPercent = (typed: string): string | null =>
  readPositive(typed, new RegExp(`^\\d{1,3}(\\.\\d{1,${PLACES}})?$`))
export const readWeight = (typed: string): string | null => readPositive(typed, /^\d{1,9}(\.\d{1,6})?$/)

function unitsOf(percent: string): bigint {
  const [whole = '0', fraction = ''] = percent.split('.')
  return BigInt(whole) * ONE + BigInt(fraction.padEnd(PLACES, '0'))
}

function textOf(units: bigint): string {
  const magnitude = units < 0n ? -units : units
  const fraction = (magnitude % ONE).toString().padStart(PLACES, '0').replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${magnitude / ONE}${fraction === '' ? '' : `.${fraction}`}`
}

/** What is left of a hundred as decimal text: "12", "0", "-3.5". What is no number yet counts for nothing. */
export function percentLeft(shares: readonly DraftShare[]): string {
  const given = shares.reduce((sum, { amount }) => {
    const percent = readPercent(amount)
    return percent === null ? sum : sum + unitsOf(percent)
  }, 0n)
  return textOf(HUNDRED - given)
}

/** A hundred cut into so many parts; what does not divide goes to the first ones, a ten-thousandth each. */
export function evenPercents(count: number): string[] {
  const size = HUNDRED / BigInt(count)
  const over = HUNDRED - size * BigInt(count)
  return Array.from({ length: count }, (_, at) => textOf(BigInt(at) < over ? size + 1n : size))
}
