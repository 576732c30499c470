import { type CostCondition, type CostWhere, conditionOps, whereValue } from '#shared/contract/costs.ts'

/**
 * A filter as short text for an address: a group is a text of its own, `*-` stands between its conditions, `*.` between
 * the parts of one, `*_` for a star that was typed. None of these is escaped once more by a query string.
 */
const BETWEEN_CONDITIONS = '*-'
const BETWEEN_PARTS = '*.'

const written = (part: string): string => part.replaceAll('*', '*_')
const read = (part: string): string => part.replaceAll('*_', '*')

const conditionText = ({ dimension, op, values }: CostCondition): string =>
  [dimension, op, ...values].map(written).join(BETWEEN_PARTS)

export const groupTexts = (where: CostWhere): string[] =>
  where.map((group) => group.map(conditionText).join(BETWEEN_CONDITIONS))

/** What an address says as far as it makes sense: an unknown condition would silently keep too much, so its group goes whole. */
export function readWhere(texts: readonly string[]): CostWhere {
  return texts.flatMap((text) => {
    const group = text.split(BETWEEN_CONDITIONS).map((condition) => {
      const [dimension = '', op = '', ...values] = condition.split(BETWEEN_PARTS).map(read)
      return { dimension, op: conditionOps.find((each) => each === op), values }
    })
    const parsed = whereValue.safeParse([group])
    return parsed.success ? parsed.data : []
  })
}
