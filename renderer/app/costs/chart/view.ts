import { unitWords } from '#renderer/app/costs/unit-words.ts'
import { valueLabel } from '#renderer/app/costs/value-label.ts'
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { GroupView, SectionView } from '#shared/contract/explorer.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import type { Locale } from '#shared/lib/format-money.ts'

const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n

export const isZero = (amount: string): boolean => femtos(amount) === 0n

export const sumOf = (amounts: Iterable<string>): string => {
  let sum = 0n
  for (const amount of amounts) sum += femtos(amount)
  return formatDecimal(sum)
}

export const differenceOf = (after: string, before: string): string =>
  formatDecimal(femtos(after) - femtos(before))

/** Which way a signed amount points. */
export function directionOf(change: string): 'up' | 'down' | 'flat' {
  const value = femtos(change)
  return value < 0n ? 'down' : value > 0n ? 'up' : 'flat'
}

/** A share of a total that has the same sign throughout; null where a share says nothing. */
export function shareOf(part: string, whole: string): string | null {
  const of = femtos(whole)
  if (of <= 0n) return null
  return formatDecimal((femtos(part) * 10n ** 15n) / of)
}

/** Names a group within its answer; a key that is null and one that reads so are told apart. */
export const groupId = (keys: readonly (string | null)[]): string =>
  keys.map((key) => (key === null ? '*0' : key.replaceAll('*', '*_'))).join('*.')

export const REST = '*rest'

export function groupLabels(
  { keys, labels }: Pick<GroupView, 'keys' | 'labels'>,
  groupBy: readonly CostDimension[],
  t: Translate,
  language: Locale,
): string[] {
  return groupBy.map((dimension, at) =>
    valueLabel(dimension, keys[at] ?? null, labels[at] ?? null, t, language),
  )
}

export type Part = {
  id: string
  label: string
  /** By grouping; the label has them all. */
  names: readonly string[]
  /** Its place among all parts, hidden ones too: colours stay when a neighbour is hidden. */
  rank: number
  amounts: readonly string[]
  total: string
  before: string | null
  keys: readonly (string | null)[] | null
}

/** The parts of a section in the order of the chart; all that is small together, at the end. */
export function partsOf(
  section: SectionView,
  groupBy: readonly CostDimension[],
  t: Translate,
  language: Locale,
): Part[] {
  const parts = section.groups.map((group, rank): Part => {
    const names = groupBy.length === 0 ? [t('explorer.total')] : groupLabels(group, groupBy, t, language)
    return {
      id: groupId(group.keys),
      label: names.join(' · '),
      names,
      rank,
      amounts: group.amounts,
      total: group.total,
      before: group.before,
      keys: group.keys,
    }
  })
  const { rest } = section
  return rest === null
    ? parts
    : [
        ...parts,
        {
          id: REST,
          label: t('costs.rest.count', { count: rest.groups }),
          names: [],
          rank: parts.length,
          amounts: rest.amounts,
          total: rest.total,
          before: rest.before,
          keys: null,
        },
      ]
}

/** Figures of a section as a person reads them: money of a currency, or a quantity of what it is counted in. */
export function figuresOf(
  { unit, isCurrency }: { unit: string; isCurrency: boolean },
  format: Format,
  language: Locale,
) {
  const quantity = (text: string): string =>
    unit === '' ? text : `${text}\u00A0${unitWords(unit, language)}`
  return {
    unit,
    exact: (amount: string, options?: { sign?: boolean }): string =>
      isCurrency
        ? format.money({ amount, currency: unit }, options)
        : quantity(`${options?.sign && femtos(amount) > 0n ? '+' : ''}${format.number(amount, 6)}`),
    whole: (amount: string, options?: { sign?: boolean }): string =>
      isCurrency
        ? format.moneyWhole({ amount, currency: unit }, options)
        : quantity(`${options?.sign && femtos(amount) > 0n ? '+' : ''}${format.number(amount, 0)}`),
    compact: (amount: string, options?: { sign?: boolean }): string =>
      isCurrency
        ? format.moneyCompact({ amount, currency: unit }, options)
        : `${options?.sign && femtos(amount) > 0n ? '+' : ''}${format.number(amount, 1)}`,
  }
}
export type Figures = ReturnType<typeof figuresOf>

/** A legend entry switched; the last one shown cannot be hidden, an empty chart says nothing. */
export function toggleHidden(
  ids: readonly string[],
  hidden: readonly string[],
  id: string,
): readonly string[] {
  if (hidden.includes(id)) return hidden.filter((each) => each !== id)
  const next = ids.filter((each) => each === id || hidden.includes(each))
  return next.length >= ids.length ? hidden : next
}
