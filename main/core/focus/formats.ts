const KEPT_INSTANTS = 5_000
const instants = new Map<number, string>()

/** `YYYY-MM-DDTHH:mm:ssZ`: FOCUS knows no parts of a second. Lines of a bill share their instants. */
export function instantText(ms: number): string {
  const known = instants.get(ms)
  if (known !== undefined) return known
  if (instants.size >= KEPT_INSTANTS) instants.clear()
  const text = `${new Date(ms).toISOString().slice(0, 19)}Z`
  instants.set(ms, text)
  return text
}

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/
export const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text))

/** FOCUS lets an exponent stand when it is negative; ours are plain, which every reader understands. */
const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)([eE]-\d+)?$/
export const isNumber = (text: string): boolean => NUMBER.test(text)

const UNIT_SIZES = '[KMGTPE]?(?:i?[bB])|b|B'
const COUNT = '[A-Za-z][A-Za-z0-9]*(?: [A-Za-z][A-Za-z0-9]*)*'
const TIME = 'Year|Month|Day|Hour|Minute|Second'
const TIMES = 'Years|Months|Days|Hours|Minutes|Seconds'
const UNIT = new RegExp(
  [
    `^(?:${UNIT_SIZES}|${TIME}|${TIMES}|${COUNT})$`,
    `^(?:${UNIT_SIZES}|${COUNT})-(?:${TIMES})$`,
    `^(?:${UNIT_SIZES}|${COUNT}|${TIMES})/(?:${TIME})$`,
    `^\\d+ (?:${UNIT_SIZES}|${TIME}|${TIMES}|${COUNT})$`,
    `^(?:${UNIT_SIZES}|${COUNT}|${TIMES})/\\d+ (?:${TIMES})$`,
  ].join('|'),
)
/** FOCUS's recommendation for units ("GB-Hours", "1000 Tokens"); a provider's own wording is allowed. */
export const isUnit = (text: string): boolean => UNIT.test(text)

function readObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** A JSON object; until 1.2 one without objects or lists in it. */
export function isJsonObject(text: string, isFlat: boolean): boolean {
  const object = readObject(text)
  if (!object) return false
  return !isFlat || Object.values(object).every((value) => typeof value !== 'object' || value === null)
}

/** Text as FOCUS keeps it: valid Unicode; nothing but space is nothing. */
export const textOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : text.toWellFormed()
