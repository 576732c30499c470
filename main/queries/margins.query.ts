import { unitsByBin } from '#main/core/business/bin-units.ts'
import {
  addUp,
  type Margin,
  monthsByRevenue,
  monthsByTerms,
  type PartCost,
  resultOf,
  stretchesOf,
} from '#main/core/business/margins.ts'
import { byPart } from '#main/core/business/series.ts'
import { inOrder, termsOn } from '#main/core/business/terms.ts'
import { compareExact } from '#main/core/rules/exact.ts'
import type { LedgerCube } from '#main/ports/ledger.ts'
import type { ClientTerms, PriceGap } from '#shared/contract/business.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { askCosts, chosenCurrency, currenciesOf } from './business-costs.ts'
import { findSeries, readPoints } from './business-series.query.ts'
import { findVirtualTag, listTerms } from './client-terms.query.ts'
import { compareNames } from './order.ts'
import type { Scope } from './scope.ts'

type Input = ParsedInput<'business.listMargins'>
type Output = CallOutput<'business.listMargins'>
type Months = { months: (Margin & { month: string })[]; gap: PriceGap | null }

/** What the parts of a virtual tag cost and bring: clients by their terms, products by their revenue. */
export function listMargins(scope: Scope, input: Input): Output {
  const { tagId, from, to } = input
  findVirtualTag(scope, tagId)
  const revenue = input.revenueId === null ? null : findRevenue(scope, input.revenueId)
  const terms = revenue ? new Map<string, ClientTerms[]>() : readTerms(scope, tagId)
  const termDays = [...terms.values()].flat().map(({ fromDay }) => fromDay)
  const stretches = stretchesOf(from, to, termDays)
  const ask = (metric: Input['metric']): LedgerCube =>
    askCosts(scope, {
      ...{ from, to, metric, vat: input.vat, groupBy: [`virtual:${tagId}`] },
      step: stretches.every(isMonthly(from, to)) ? 'month' : 'day',
    })
  const cube = ask(input.metric)
  const currencies = currenciesOf(cube, scope.currency)
  const currency = chosenCurrency(currencies, input.currency ?? revenue?.currency, scope.currency)
  const costs = costsByPart(cube, input.metric === 'list' ? cube : ask('list'), currency, stretches)

  const parts = new Set<string | null>([...costs.keys(), ...terms.keys(), ...(revenue?.parts.keys() ?? [])])
  const items = [...parts].map((part) => {
    const own = costs.get(part) ?? stretches.map((days) => ({ ...days, cost: 0n, list: 0n }))
    const ordered = terms.get(part ?? '') ?? []
    const months = revenue
      ? revenueMonths(own, revenue, part, currency)
      : monthsByTerms(own, ordered, currency)
    return { part, months, sum: addUp(months.months), terms: termsOn(ordered, to) }
  })
  items.sort((a, b) => compareExact(b.sum.cost, a.sum.cost) || compareNames(a.part ?? '', b.part ?? ''))
  return {
    currency,
    currencies,
    items: items
      .filter(({ sum }) => sum.cost !== 0n || sum.list !== 0n || sum.price !== null)
      .map(({ part, months, sum, terms: last }) => ({
        part,
        ...figures(sum, currency),
        gap: part === null ? ('nobody' as const) : months.gap,
        terms: last,
        months: months.months.map(({ month, ...margin }) => ({ month, ...figures(margin, currency) })),
      })),
    totals: figures(addUp(items.map(({ sum }) => sum)), currency),
  }
}

type Revenue = {
  currency: Currency
  parts: Map<string | null, (bin: { from: Day; to: Day }) => bigint | null>
}

function findRevenue(scope: Scope, id: string): Revenue {
  const series = findSeries(scope, id)
  const parts = [...byPart(readPoints(scope, id))].map(([part, known]) => {
    const unitsOf = unitsByBin({ ...series, kind: 'flow' }, new Map([[part, known]]))
    return [
      part,
      (bin: { from: Day; to: Day }) => {
        const { up, isWhole } = unitsOf(bin)
        return isWhole ? up : null
      },
    ] as const
  })
  return { currency: series.currency ?? scope.currency, parts: new Map(parts) }
}

function revenueMonths(
  costs: readonly PartCost[],
  revenue: Revenue,
  part: string | null,
  currency: Currency,
): Months {
  const of = part === null ? undefined : revenue.parts.get(part)
  const isOther = revenue.currency !== currency
  const { months, gap } = monthsByRevenue(costs, of && !isOther ? of : () => null)
  return { months, gap: gap && isOther ? 'otherCurrency' : gap }
}

function readTerms(scope: Scope, tagId: string): Map<string, ClientTerms[]> {
  const terms = new Map<string, ClientTerms[]>()
  for (const { id: _, part, ...one } of listTerms(scope, tagId).items)
    terms.set(part, [...(terms.get(part) ?? []), one])
  return new Map([...terms].map(([part, own]) => [part, inOrder(own)]))
}

/** Stretches that months of the ledger answer: none begins or ends within one, but where the question does. */
const isMonthly =
  (from: Day, to: Day) =>
  (one: { from: Day; to: Day }): boolean =>
    (one.from === from || one.from.endsWith('-01')) && (one.to === to || one.to === lastOfMonth(one.to))

/** Costs of each part by stretch; a part that has some has all, those without a cost as zero. */
function costsByPart(
  cube: LedgerCube,
  listCube: LedgerCube,
  currency: Currency,
  stretches: readonly { from: Day; to: Day }[],
): Map<string | null, PartCost[]> {
  const parts = new Map<string | null, PartCost[]>()
  const addFrom = (from: LedgerCube, add: (to: PartCost, femtos: bigint) => void): void => {
    const placeOf = from.bins.map((bin) =>
      stretches.findIndex((one) => bin.from <= one.to && bin.to >= one.from),
    )
    for (const [group, { keys, unit }] of from.groups.entries()) {
      if (unit !== currency) continue
      const part = keys[0] ?? null
      const own = parts.get(part) ?? stretches.map((days) => ({ ...days, cost: 0n, list: 0n }))
      parts.set(part, own)
      for (const [bin, place] of placeOf.entries()) {
        const cost = own[place]
        if (cost) add(cost, from.femtos(group, bin))
      }
    }
  }
  addFrom(cube, (cost, femtos) => {
    cost.cost += femtos
  })
  addFrom(listCube, (cost, femtos) => {
    cost.list += femtos
  })
  return parts
}

function figures(margin: Margin, currency: Currency) {
  const { cost, list, price, unpriced } = margin
  const result = resultOf(margin, currency)
  return {
    cost: formatDecimal(cost),
    list: formatDecimal(list),
    price: price === null ? null : formatDecimal(price),
    unpriced: formatDecimal(unpriced),
    margin: result.margin === null ? null : formatDecimal(result.margin),
    marginRatio: result.marginRatio,
    markupRatio: result.markupRatio,
  }
}
