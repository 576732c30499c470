import { dayName, monthName, periodName } from '#main/core/report/period-name.ts'
import { sumInWords } from '#main/core/report/sum-in-words/sum-in-words.ts'
import { fillVariables } from '#main/core/report/variables.ts'
import type { SectionView } from '#shared/contract/explorer.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatMoney } from '#shared/lib/format-money.ts'
import { formatDay } from '#shared/lib/format-time.ts'
import type { ReportVariable } from '#shared/texts/report-variables.ts'
import { changeRatio } from '../figures.ts'
import { decisionsText } from './decisions.ts'
import { budgetOf, forecastOf, savingsOf } from './facts.ts'
import { vatText } from './footer.ts'
import { moneyText, signedPercent, totalsText } from './money-text.ts'
import type { Report } from './report.ts'
import { femtosOf, minus } from './tables.ts'

/** `blockId` null: of the report itself. */
export type Fill = (blockId: string | null, text: string) => string

/** Texts of one report: a variable is worked out once, and only if some text has it. */
export function createFill(report: Report): Fill {
  const known = new Map<ReportVariable, string>()
  return (blockId, text) => {
    const filled = fillVariables(text, (variable) => {
      const value = known.get(variable) ?? textOf(report, blockId, variable)
      known.set(variable, value)
      return value
    })
    for (const name of filled.unknown) report.tell(blockId, 'variable.unknown', `{${name}}`)
    return filled.text
  }
}

/** Stands for what is not known. */
const NOTHING = '—'

function textOf(report: Report, blockId: string | null, variable: ReportVariable): string {
  const { scope, spec, period, language, options } = report
  switch (variable) {
    case 'period':
      return periodName(period, language)
    case 'month':
      return monthName(period.to, language)
    case 'from':
      return formatDay(period.from, language)
    case 'to':
      return formatDay(period.to, language)
    case 'organisation':
      return options.organisation
    case 'total':
      return totalsText(report.sections(), language)
    case 'totalInWords':
      return each(report, ({ unit, total }) => sumInWords(femtosOf(total.total), unit as Currency, language))
    case 'before':
      return moneyText(
        report
          .sections()
          .map(({ unit, total }): MoneyView => ({ amount: total.before ?? '0', currency: unit as Currency })),
        language,
      )
    case 'change':
      return each(report, (section) => changeText(report, section))
    case 'forecast':
      return moneyText(forecastOf(report, blockId)?.amounts ?? [], language)
    case 'budget':
      return moneyText(budgetOf(report, blockId), language)
    case 'savings':
      return moneyText(savingsOf(report).savings, language)
    case 'decisions':
      return decisionsText(report)
    case 'date':
      return dayName(scope.today, language)
    case 'author':
      return authorOf(report) ?? NOTHING
    case 'vat':
      return vatText(spec.vat, language)
    case 'filter':
      return report.words.whereText(report.where) ?? NOTHING
  }
}

const each = (report: Report, said: (section: SectionView) => string): string =>
  report.sections().map(said).join('; ') || NOTHING

function changeText({ language }: Report, { unit, total }: SectionView): string {
  const currency = unit as Currency
  const before = total.before ?? '0'
  const amount = minus(total.total, before)
  const part = changeRatio(femtosOf(amount), femtosOf(before), currency)
  const sum = formatMoney({ amount, currency }, language, { sign: true })
  return part === null ? sum : `${sum} (${signedPercent(part, language)})`
}

function authorOf({ spec }: Report): string | null {
  for (const block of spec.blocks)
    if (block.kind === 'signatures') return block.people.find(({ name }) => name !== '')?.name ?? null
  return null
}
