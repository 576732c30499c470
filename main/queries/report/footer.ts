import { tableTexts } from '#main/core/export/table-texts.ts'
import type { ReportFooter } from '#main/core/report/document.ts'
import { counted, fill } from '#main/core/report/say.ts'
import { footerTexts } from '#main/core/report/texts/footer-texts.ts'
import { compareExact } from '#main/core/rules/exact.ts'
import type { VatMode } from '#shared/contract/costs.ts'
import type { ConvertedView } from '#shared/contract/rates.ts'
import { formatNumber, type Locale } from '#shared/lib/format-money.ts'
import { formatDay, formatInstant } from '#shared/lib/format-time.ts'
import { providerName } from '#shared/texts/providers.ts'
import { readCoverage } from '../coverage.ts'
import { connectionNames } from '../inventory.ts'
import { compareNames } from '../order.ts'
import type { Report } from './report.ts'
import { femtosOf } from './tables.ts'

/** So many accounts are named one by one; more by their providers. */
const MOST_SOURCES = 6
/** So many rates of one currency are written out. */
const MOST_RATES = 3

/** As of when, from what, at which rates, with what VAT and which filter: what makes a paper traceable. */
export function footerOf(report: Report): ReportFooter {
  const { scope, spec, language, words, where } = report
  const t = footerTexts[language]
  const { dataThrough } = readCoverage(scope)
  const moment = fill(t.asOf, {
    moment: formatInstant(scope.nowMs, language, scope.timeZone),
    zone: scope.timeZone,
  })
  const through =
    dataThrough === null ? t.noData : fill(t.dataThrough, { day: formatDay(dataThrough, language) })
  const filter = words.whereText(where)
  const { converted } = report.totals()
  return {
    asOf: `${moment}, ${through}`,
    sources: fill(t.sources, { list: sourcesText(report) }),
    rates: converted && ratesText(converted, spec.currency ?? scope.currency, language),
    vat: vatText(spec.vat, language),
    filter: filter && fill(t.filter, { text: filter }),
  }
}

export const vatText = (vat: VatMode, language: Locale): string => footerTexts[language].vat[vat]

/** Accounts that have data on the report's days, and through which day each has them. */
function sourcesText(report: Report): string {
  const { scope, language, period } = report
  const t = footerTexts[language]
  const names = connectionNames(scope)
  const all = [...readCoverage(scope).byConnection.values()]
    .filter(({ firstDay, lastDay }) => firstDay <= period.to && lastDay >= period.from)
    .flatMap(({ connectionId, lastDay }) => {
      const known = names.get(connectionId)
      return known ? [{ ...known, lastDay }] : []
    })
    .sort((a, b) => compareNames(a.name, b.name))
  if (all.length === 0) return t.noData
  const said = (name: string, source: 'api' | 'files', lastDay: (typeof all)[number]['lastDay']): string =>
    fill(t.through, { name, source: t.source[source], day: formatDay(lastDay, language) })
  if (all.length <= MOST_SOURCES)
    return all.map(({ name, source, lastDay }) => said(name, source, lastDay)).join(', ')
  return [...Map.groupBy(all, ({ provider, source }) => `${provider} ${source}`).values()]
    .map((own) => {
      const [first] = own as [(typeof all)[number]]
      const accounts = counted(report.t.counts.accounts, own.length, language)
      const last =
        own
          .map(({ lastDay }) => lastDay)
          .sort()
          .at(-1) ?? first.lastDay
      return said(`${providerName(first.provider, language)}, ${accounts}`, first.source, last)
    })
    .join('; ')
}

function ratesText(
  { rule, rates }: ConvertedView | Omit<ConvertedView, 'billed'>,
  currency: string,
  language: Locale,
) {
  const t = footerTexts[language]
  const value = (one: (typeof rates)[number]): string =>
    `${formatNumber(one.value, language, 10)}${one.nominal === 1 ? '' : ` / ${one.nominal}`}`
  const list = [...Map.groupBy(rates, (one) => `${one.currency} ${one.nominal}`).values()].map((own) => {
    if (own.length <= MOST_RATES)
      return own
        .map((one) =>
          fill(t.rate, { currency: one.currency, value: value(one), day: formatDay(one.day, language) }),
        )
        .join(', ')
    const sorted = [...own].sort((a, b) => compareExact(femtosOf(a.value), femtosOf(b.value)))
    const [low, high] = [sorted[0], sorted.at(-1)]
    return fill(t.rateSpan, {
      currency: own[0]?.currency ?? '',
      low: low ? value(low) : '',
      high: high ? value(high) : '',
      count: String(own.length),
    })
  })
  const said = tableTexts[language].rules[rule].replace('{currency}', currency)
  return fill(t.rates, { rule: said, list: list.join('; ') })
}
