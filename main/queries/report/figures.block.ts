import { fromFemtos, ratio } from '#main/core/money/money.ts'
import type { DocBlock, DocFigure } from '#main/core/report/document.ts'
import { againstName, monthName, periodName } from '#main/core/report/period-name.ts'
import { counted, fill } from '#main/core/report/say.ts'
import type { SectionView } from '#shared/contract/explorer.ts'
import type { ReportFigure } from '#shared/contract/report-spec.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatPercent } from '#shared/lib/format-money.ts'
import { type ReportProblemCode, reportProblemText } from '#shared/texts/report-problems.ts'
import { changeRatio } from '../figures.ts'
import type { BlockOf, Made } from './block.ts'
import { budgetOf, forecastOf, savingsOf } from './facts.ts'
import { signedPercent } from './money-text.ts'
import { otherFigures } from './other-figures.ts'
import { type Report, Untold } from './report.ts'
import { femtosOf, minus } from './tables.ts'

/** A row of large numbers; one of several currencies stands for each. */
export const figuresBlock = (report: Report, block: BlockOf<'figures'>): DocBlock[] => [
  {
    kind: 'figures',
    id: block.id,
    figures: block.figures.flatMap((figure) =>
      madeOf(report, block.id, figure).map((made) => figureOf(report, figure, made)),
    ),
  },
]

const figureOf = ({ t }: Report, figure: ReportFigure, made: Made): DocFigure => ({
  figure,
  label: t.figures[figure],
  kind: 'money',
  unit: null,
  note: null,
  mood: null,
  ...made,
})

/** What cannot be told stands as a figure without a value, and says why. */
function madeOf(report: Report, blockId: string, figure: ReportFigure): Made[] {
  try {
    return valuesOf(report, blockId, figure)
  } catch (thrown) {
    if (!(thrown instanceof Untold)) throw thrown
    const { code, subject } = thrown
    report.tell(blockId, code, subject)
    return [
      {
        value: null,
        note: reportProblemText({ code, subject }, report.language),
        ...labelOf(report, figure),
      },
    ]
  }
}

const labelOf = (report: Report, figure: ReportFigure): { label?: string } =>
  figure === 'forecast' ? { label: forecastLabel(report, report.scope.today) } : {}

const forecastLabel = ({ t, language }: Report, month: Day): string =>
  fill(t.figures.forecast, { month: monthName(month, language) })

function valuesOf(report: Report, blockId: string, figure: ReportFigure): Made[] {
  switch (figure) {
    case 'spend':
      return sectionsOf(report).map((section) => ({
        ...moneyOf(section, section.total.total),
        note: periodName(report.period, report.language),
      }))
    case 'before':
      return compared(report).map(({ section, before }) => ({
        ...moneyOf(section, before),
        note: thenName(report),
      }))
    case 'change':
      return compared(report).map(({ section, before }) => changeFigure(report, section, before))
    case 'forecast':
      return forecastFigures(report, blockId)
    case 'budget':
    case 'budgetLeft':
      return budgetFigures(report, blockId, figure)
    case 'savings': {
      const { savings, count } = savingsOf(report)
      if (count === 0) throw new Untold('recommendations.none')
      const note = counted(report.t.counts.recommendations, count, report.language)
      return savings.map(({ amount, currency }) => ({ value: amount, unit: currency, note, mood: 'good' }))
    }
    default:
      return otherFigures(report, figure)
  }
}

const moneyOf = ({ unit }: SectionView, value: string): Made => ({ value, unit: unit as Currency })

function sectionsOf(report: Report): SectionView[] {
  const sections = report.sections()
  if (sections.length === 0) throw new Untold('data.none')
  return sections
}

const compared = (report: Report): { section: SectionView; before: string }[] =>
  sectionsOf(report).map((section) => ({ section, before: section.total.before ?? '0' }))

function thenName(report: Report): string | null {
  const { compared: range } = report.totals()
  return range && periodName(range, report.language)
}

function changeFigure(report: Report, section: SectionView, before: string): Made {
  const { language } = report
  const change = minus(section.total.total, before)
  const femtos = femtosOf(change)
  const part = changeRatio(femtos, femtosOf(before), section.unit as Currency)
  const { compared: range } = report.totals()
  const against = range ? againstName(range, language) : ''
  return {
    ...moneyOf(section, change),
    note: part === null ? against : `${signedPercent(part, language)} ${against}`,
    mood: femtos > 0n ? 'bad' : femtos < 0n ? 'good' : null,
  }
}

function forecastFigures(report: Report, blockId: string): Made[] {
  const forecast = forecastOf(report, blockId)
  if (!forecast || forecast.amounts.length === 0)
    throw new Untold('forecast.none' satisfies ReportProblemCode)
  const { t } = report
  const note = fill(t.sentences.days, {
    done: String(forecast.daysDone),
    all: String(forecast.daysInMonth),
  })
  return forecast.amounts.map(({ amount, currency }) => ({
    value: amount,
    unit: currency,
    label: forecastLabel(report, forecast.month),
    note,
  }))
}

function budgetFigures(report: Report, blockId: string, figure: 'budget' | 'budgetLeft'): Made[] {
  const { t, language } = report
  const budgets = budgetOf(report, blockId)
  if (budgets.length === 0) throw new Untold('budget.none')
  return budgets.map(({ amount, currency, section }): Made => {
    const spent = section.total.total
    const part = ratio(fromFemtos(femtosOf(spent), currency), fromFemtos(femtosOf(amount), currency))
    const note = part === null ? null : fill(t.sentences.ofBudget, { ratio: formatPercent(part, language) })
    if (figure === 'budget') return { value: amount, unit: currency, note }
    const left = minus(amount, spent)
    return { value: left, unit: currency, note, mood: femtosOf(left) < 0n ? 'bad' : 'good' }
  })
}
