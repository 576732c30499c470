import { unitsByBin } from '#main/core/business/bin-units.ts'
import { byPart } from '#main/core/business/series.ts'
import {
  type CostedBin,
  driversOf,
  gapOf,
  meanOf,
  trendOf,
  unitCostOf,
  unitsToSixPlaces,
} from '#main/core/business/unit-cost.ts'
import { lastFullDay } from '#main/core/rules/month-progress.ts'
import type { LedgerCube } from '#main/ports/ledger.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { askCosts, chosenCurrency, currenciesOf, findFilter, isPart } from './business-costs.ts'
import { findSeries, readPoints } from './business-series.query.ts'
import { isCovered, readCoverage } from './coverage.ts'
import type { Scope } from './scope.ts'

type Input = ParsedInput<'business.getUnitCosts'>
type Output = CallOutput<'business.getUnitCosts'>

/** Cost of one unit by bin: what a series counts, against the costs that are its own. */
export function getUnitCosts(scope: Scope, input: Input): Output {
  const series = findSeries(scope, input.seriesId)
  const { from, to, metric, vat, part } = input
  // A month's customers say nothing of its days.
  const isFine = input.granularity === 'day' || input.granularity === 'week'
  const granularity = series.step === 'month' && isFine ? 'month' : input.granularity
  const coverage = readCoverage(scope)
  const dataThrough = lastFullDay(scope.today, coverage.dataThrough)
  const cube = askCosts(scope, {
    ...{ from, to, metric, vat, step: granularity, groupBy: ['service'] },
    wheres: [
      input.where,
      input.filterId === null ? [] : findFilter(scope, input.filterId),
      series.tagId !== null && part !== null ? [[isPart(series.tagId, part)]] : [],
    ],
  })
  const currencies = currenciesOf(cube, scope.currency)
  const currency = chosenCurrency(currencies, input.currency, scope.currency)

  const points = readPoints(scope, series.id)
  const parts = byPart(part === null ? points : points.filter((point) => point.part === part))
  const unitsOf = unitsByBin(series, parts)
  const costs = costsByBin(cube, currency)
  const bins = cube.bins.map((bin, at): CostedBin => {
    // The bins at both ends may reach beyond what was asked for.
    const span = { from: bin.from < from ? from : bin.from, to: bin.to > to ? to : bin.to }
    const isCostWhole = isCovered(coverage, span.from) && dataThrough !== null && span.to <= dataThrough
    return { ...span, ...(costs[at] ?? noCosts()), isCostWhole, units: unitsOf(span) }
  })
  const good = bins.filter((bin) => gapOf(bin) === null)
  const mean = meanOf(good)
  const drivers = driversOf(good)
  const trend = drivers && trendOf(drivers)
  return {
    currency,
    currencies,
    granularity,
    dataThrough,
    bins: bins.map(binView),
    mean: mean === null ? null : formatDecimal(mean),
    trendRatio: trend === null ? null : formatDecimal(trend),
    drivers: drivers && driversView(drivers),
  }
}

type BinCosts = Pick<CostedBin, 'cost' | 'hasCost' | 'services'>

const noCosts = (): BinCosts => ({ cost: 0n, hasCost: false, services: new Map() })

function costsByBin(cube: LedgerCube, currency: Currency): BinCosts[] {
  const own = cube.groups.flatMap(({ keys, unit }, at) =>
    unit === currency ? [{ label: keys[0] ?? null, at }] : [],
  )
  return cube.bins.map((_, bin) => {
    const services = new Map<string | null, bigint>()
    let cost = 0n
    for (const { label, at } of own) {
      const femtos = cube.femtos(at, bin)
      if (femtos === 0n) continue
      services.set(label, (services.get(label) ?? 0n) + femtos)
      cost += femtos
    }
    return { cost, hasCost: services.size > 0, services }
  })
}

function binView(bin: CostedBin): Output['bins'][number] {
  const { from, to, cost, units } = bin
  const gap = gapOf(bin)
  return {
    from,
    to,
    cost: formatDecimal(cost),
    units: units.isKnown ? formatDecimal(unitsToSixPlaces(units)) : null,
    unitCost: gap === null ? formatDecimal(unitCostOf(cost, units)) : null,
    gap,
  }
}

function driversView(drivers: NonNullable<ReturnType<typeof driversOf>>): NonNullable<Output['drivers']> {
  const { before, after, unitsBefore, unitsAfter, byUnits, byCost, services, ...days } = drivers
  return {
    ...days,
    before: formatDecimal(before),
    after: formatDecimal(after),
    unitsBefore: formatDecimal(unitsBefore),
    unitsAfter: formatDecimal(unitsAfter),
    byUnits: formatDecimal(byUnits),
    byCost: formatDecimal(byCost),
    services: services.map(({ label, amount }) => ({ label, amount: formatDecimal(amount) })),
  }
}
