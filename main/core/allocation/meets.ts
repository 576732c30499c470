import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { ConditionOp } from '#shared/contract/costs.ts'

/** What a text, or the want of one, has to be. */
type Asked = { op: ConditionOp; values: readonly string[] }

const NEGATIVE = new Set<ConditionOp>(['isNot', 'notContains', 'notEmpty'])

/** `isNot`, `notContains` and `notEmpty` are the others turned round. */
export const isNegative = (op: ConditionOp): boolean => NEGATIVE.has(op)

/** Whether a part of a text is sought, and not the whole. */
export const isPartial = (op: ConditionOp): boolean =>
  op === 'contains' || op === 'notContains' || op === 'startsWith'

/** Of a text alone, before a negation turns the answer round. */
function textMeets({ op, values }: Asked): (text: string) => boolean {
  switch (op) {
    case 'is':
    case 'isNot': {
      const sought = new Set(values)
      return (text) => sought.has(text)
    }
    case 'contains':
    case 'notContains': {
      const sought = values.map((value) => value.toLowerCase())
      return (text) => hasOne(text.toLowerCase(), sought)
    }
    case 'startsWith': {
      const sought = values.map((value) => value.toLowerCase())
      return (text) => startsWithOne(text.toLowerCase(), sought)
    }
    case 'empty':
    case 'notEmpty':
      return (text) => text === ''
  }
}

function hasOne(text: string, sought: readonly string[]): boolean {
  for (const value of sought) if (text.includes(value)) return true
  return false
}

function startsWithOne(text: string, sought: readonly string[]): boolean {
  for (const value of sought) if (text.startsWith(value)) return true
  return false
}

/** Without a text only emptiness holds. */
const isMetByNone = (op: ConditionOp): boolean => op === 'empty' || op === 'notEmpty'

/**
 * By place in a column (0: no text), whether the condition would hold if it were not negated: each different text is
 * looked at once, however many keys have it.
 */
export function metPlaces({ texts }: TextColumn, asked: Asked): Uint8Array {
  const meets = textMeets(asked)
  const met = new Uint8Array(texts.length + 1)
  met[0] = isMetByNone(asked.op) ? 1 : 0
  for (let at = 0; at < texts.length; at += 1) met[at + 1] = meets(texts[at] as string) ? 1 : 0
  return met
}
