import type { recommendationCategories } from '#shared/contract/recommendations.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

type Level = 'low' | 'medium' | 'high'

export const confidenceLevel = (value: number): Level =>
  value >= 0.85 ? 'high' : value >= 0.7 ? 'medium' : 'low'

/** Sure and easy is good news; unsure or hard asks for care. */
export const confidenceTone = (level: Level): 'ok' | 'neutral' | 'warn' =>
  level === 'high' ? 'ok' : level === 'medium' ? 'neutral' : 'warn'

/** Twelve months of a monthly amount. */
export function yearOf({ amount, currency }: MoneyView): MoneyView {
  return { amount: formatDecimal((parseDecimal(amount) ?? 0n) * 12n), currency }
}

/** By its id: two resources may share a name. One that the inventory does not hold is looked for by its name. */
export const resourcePath = (item: { resourceId: number | null; resourceName: string }): string =>
  item.resourceId === null
    ? `/resources?search=${encodeURIComponent(item.resourceName)}`
    : `/resources?id=${item.resourceId}`

/** Names read from A; everything else from the greatest. */
export const directionOf = (sort: 'savings' | 'confidence' | 'resource' | 'created'): 'asc' | 'desc' =>
  sort === 'resource' ? 'asc' : 'desc'

/** The organisation's own currency first: it is the figure that the overview shows. */
export function ownFirst(amounts: readonly MoneyView[], currency: Currency): MoneyView[] {
  const own = amounts.find((money) => money.currency === currency) ?? { amount: '0', currency }
  return [own, ...amounts.filter((money) => money.currency !== currency)]
}

export const sorts = ['savings', 'confidence', 'resource', 'created'] as const

type Chosen = {
  search: string
  category: (typeof recommendationCategories)[number] | null
  resource: number
  sort: (typeof sorts)[number]
}

/** What the address asks for, as the contract wants it. All of them at once: they are read as one list. */
export const listInput = ({ search, category, resource, sort }: Chosen) => ({
  search: search.trim().slice(0, 200),
  ...(category === null ? {} : { category }),
  ...(resource === 0 ? {} : { resourceId: resource }),
  sort,
  direction: directionOf(sort),
  limit: 500,
})

/** The total of one currency; amounts in other money are left out and shown apart. */
export function addUp(amounts: readonly MoneyView[], currency: Currency): MoneyView {
  let sum = 0n
  for (const money of amounts) if (money.currency === currency) sum += parseDecimal(money.amount) ?? 0n
  return { amount: formatDecimal(sum), currency }
}
