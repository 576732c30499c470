import { fromFemtos, ratio } from '#main/core/money/money.ts'
import { periodName } from '#main/core/report/period-name.ts'
import { fill } from '#main/core/report/say.ts'
import type { ReportFigure } from '#shared/contract/report-spec.ts'
import { formatMoney, formatPercent } from '#shared/lib/format-money.ts'
import { listSeries } from '../business-series.query.ts'
import { whereOf } from '../ledger-where.ts'
import { listLadders } from '../reconciliation.query.ts'
import { getUnitCosts } from '../unit-costs.query.ts'
import type { Made } from './block.ts'
import { allocatedOf, tagOfKind } from './facts.ts'
import { marginsOf } from './margins.block.ts'
import { monthsOf } from './months.ts'
import { type Report, Untold } from './report.ts'
import { femtosOf, plus } from './tables.ts'

type Other = Exclude<
  ReportFigure,
  'spend' | 'before' | 'change' | 'forecast' | 'budget' | 'budgetLeft' | 'savings'
>

/** Figures that stand on more than the report's costs alone. */
export function otherFigures(report: Report, figure: Other): Made[] {
  switch (figure) {
    case 'resources':
      return [resourcesFigure(report)]
    case 'allocated':
      return allocatedFigures(report)
    case 'actDifference':
      return actFigures(report)
    case 'unitCost':
      return [unitFigure(report)]
    case 'margin':
      return marginFigures(report)
  }
}

function resourcesFigure({ scope, period, where, language }: Report): Made {
  const count = scope.ledger.countResources({
    workspaceId: scope.workspaceId,
    ...period,
    filter: where.length > 0 ? { where: whereOf(scope, where) } : {},
  })
  return { value: String(count), kind: 'count', note: periodName(period, language) }
}

/** How much of the costs a department has. */
function allocatedFigures(report: Report): Made[] {
  const tag = tagOfKind(report.scope, 'department')
  if (!tag) throw new Untold('allocation.none')
  if (!tag.isOn) throw new Untold('allocation.off', tag.name)
  const all = allocatedOf(report) ?? []
  if (all.length === 0) throw new Untold('data.none')
  return all.map(({ currency, allocated, total }): Made => {
    const part = ratio(fromFemtos(femtosOf(allocated), currency), fromFemtos(femtosOf(total), currency))
    return {
      value: part,
      kind: 'share',
      note: formatMoney({ amount: allocated, currency }, report.language),
    }
  })
}

function actFigures(report: Report): Made[] {
  const { scope, period, language } = report
  const ladders = monthsOf(period).flatMap((month) => listLadders(scope, month))
  const billed = ladders.filter(({ difference }) => difference !== null)
  if (billed.length === 0) throw new Untold('acts.none', periodName(period, language))
  return [...Map.groupBy(billed, ({ currency }) => currency)].map(([currency, own]): Made => {
    const difference = plus(own.map((ladder) => ladder.difference))
    return {
      value: difference,
      unit: currency,
      note: periodName(period, language),
      mood: own.every(({ isEqual }) => isEqual) ? 'good' : 'bad',
    }
  })
}

/** Of the first series that counts what the company does. */
function unitFigure({ scope, period, spec, where, t }: Report): Made {
  const series = listSeries(scope).items.find(({ role, tagId }) => role === 'units' && tagId === null)
  if (!series) throw new Untold('units.none')
  const { mean, currency } = getUnitCosts(scope, {
    seriesId: series.id,
    ...period,
    granularity: series.step === 'month' ? 'month' : 'day',
    metric: 'billed',
    vat: spec.vat,
    where,
    filterId: null,
    part: null,
    currency: undefined,
  })
  if (mean === null) throw new Untold('units.unknown')
  return {
    value: mean,
    unit: currency,
    note: fill(t.sentences.unitOf, { name: series.name, unit: series.unit }),
  }
}

const marginFigures = (report: Report): Made[] =>
  marginsOf(report).map(({ currency, totals }): Made => {
    if (totals.margin === null) throw new Untold('prices.none')
    const { marginRatio: part } = totals
    return {
      value: totals.margin,
      unit: currency,
      note:
        part === null
          ? null
          : fill(report.t.sentences.ofPrice, { ratio: formatPercent(part, report.language) }),
      mood: femtosOf(totals.margin) < 0n ? 'bad' : 'good',
    }
  })
