import { inventoryTexts } from '#main/core/export/inventory-texts.ts'
import { tableTexts } from '#main/core/export/table-texts.ts'
import {
  type CostCondition,
  type CostDimension,
  type CostWhere,
  type PlainDimension,
  plainDimensions,
} from '#shared/contract/costs.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { chargeWords, costWords } from '#shared/texts/cost-words.ts'
import { providerName } from '#shared/texts/providers.ts'
import { levelOf } from '../ledger-where.ts'
import type { Scope } from '../scope.ts'
import { knownThings } from './known-things.ts'
import { labelsIn } from './labels.ts'

export type Words = ReturnType<typeof wordsOf>

const isPlain = (dimension: CostDimension): dimension is PlainDimension =>
  (plainDimensions as readonly string[]).includes(dimension)

const wordIn = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined

/** What dimensions, their values and filters are called, as on the screen. */
export function wordsOf(scope: Scope, locale: Locale) {
  const words = costWords[locale]
  const t = tableTexts[locale]

  function nameOf(dimension: CostDimension): string {
    if (isPlain(dimension)) return words[`dimension.${dimension}`]
    const { virtual, hierarchies } = knownThings(scope)
    if (dimension.startsWith('tag:'))
      return words['dimension.tag'].replace('{key}', () => dimension.slice('tag:'.length))
    const level = levelOf(dimension)
    const hierarchy = level && hierarchies.get(level.hierarchyId)
    const name = hierarchy
      ? hierarchy.levels[level?.depth ?? 0] || hierarchy.name
      : virtual.get(dimension.slice('virtual:'.length))
    return name ?? words['dimension.gone']
  }

  function noneOf(dimension: CostDimension): string {
    if (dimension.startsWith('tag:'))
      return words['none.tag'].replace('{key}', () => dimension.slice('tag:'.length))
    if (!isPlain(dimension)) return words['none.virtual']
    return words[dimension === 'resource' ? 'none.resource' : 'none.other']
  }

  /** `label` is what the query calls the key. */
  function labelOf(dimension: CostDimension, key: string | null, label: string | null): string {
    if (key === null) return noneOf(dimension)
    switch (dimension) {
      case 'provider':
        return providerName(key, locale)
      case 'chargeCategory':
        return wordIn(chargeWords[locale], `category.${key}`) ?? key
      case 'serviceCategory':
        return wordIn(words, `serviceCategory.${key}`) ?? key
      case 'resourceType':
        return wordIn(inventoryTexts[locale].types, key) ?? label ?? key
      case 'resource':
        return label ?? key.replace(/^[^/]*\//, '')
      default:
        return label ?? key
    }
  }

  function conditionText({ dimension, op, values }: CostCondition): string {
    const name = nameOf(dimension)
    if (op === 'empty' || op === 'notEmpty') return `${name}: ${words[`op.${op}`]}`
    const isWhole = op === 'is' || op === 'isNot'
    const label = isWhole ? labelsIn(scope, dimension, () => [...values]) : null
    const told = values.map((value) => (label ? labelOf(dimension, value, label(value)) : `«${value}»`))
    return op === 'is' ? `${name}: ${told.join(', ')}` : `${name} ${words[`op.${op}`]} ${told.join(', ')}`
  }

  const groupText = (group: readonly CostCondition[], isAlone: boolean): string => {
    const text = group.map(conditionText).join(` ${t.and} `)
    return isAlone || group.length === 1 ? text : `(${text})`
  }

  return {
    nameOf,
    labelOf,
    /** Null where everything is kept. */
    whereText: (where: CostWhere): string | null =>
      where.length === 0
        ? null
        : where.map((group) => groupText(group, where.length === 1)).join(` ${t.or} `),
  }
}
