import { useMemo } from 'react'
import type { Answer, Section } from '#renderer/app/costs/chart/answer.ts'
import { chartOf, type MadeChart } from '#renderer/app/costs/chart/chart-of.ts'
import type { ChartWords } from '#renderer/app/costs/chart/chart-words.ts'
import { useBinWords } from '#renderer/app/costs/chart/use-bin-words.ts'
import { type Figures, figuresOf, type Part, partsOf, sumOf } from '#renderer/app/costs/chart/view.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { missingByBin, type SpendGap } from '../spend-gaps.ts'

type Asked = {
  spec: ViewSpec
  answer: Answer
  section: Section
  hidden: readonly string[]
  gaps: readonly SpendGap[]
  theme: ChartTheme
}

export type TileChart = {
  chart: MadeChart
  words: ChartWords
  /** In a line of the table; `words` adds who has no data. */
  binName: ChartWords['binTitle']
  figures: Figures
  parts: readonly Part[]
  /** Those that are not hidden, and what they come to: altogether, by bin, and in the days before where all are shown. */
  shown: readonly Part[]
  total: string
  totals: readonly string[]
  before: string | null
  beforeByBin: readonly string[] | null
}

/** The picture of a view and the figures that stand around it. */
export function useTileChart({ spec, answer, section, hidden, gaps, theme }: Asked): TileChart {
  const { t, language } = useText()
  const format = useFormat()
  const binWords = useBinWords(spec.granularity)
  return useMemo(() => {
    const figures = figuresOf(section, format, language)
    const missing = missingByBin(answer.bins, gaps)
    const words: ChartWords = {
      figures,
      binShort: binWords.short,
      binTitle: (bin) => {
        const names = missing[answer.bins.findIndex((one) => one.from === bin.from && one.hour === bin.hour)]
        const title = binWords.title(bin)
        return names?.length
          ? `${title}. ${t('dashboard.spend.missing', { names: names.join(', ') })}`
          : title
      },
      share: (ratio) => (ratio === null ? '—' : format.percent(ratio)),
      total: t('views.tile.total'),
      before: t('dashboard.spend.before'),
      budget: t('explorer.budget'),
      incomplete: t('explorer.incomplete'),
    }
    const parts = partsOf(section, answer.groupBy, t, language)
    const shown = parts.filter(({ id }) => !hidden.includes(id))
    const isWhole = shown.length === parts.length
    const isComparable = section.total.changeRatio !== null
    const totals = isWhole
      ? section.total.amounts
      : answer.bins.map((_, bin) => sumOf(shown.map((part) => part.amounts[bin] ?? '0')))
    const beforeByBin = isWhole && isComparable ? section.before : null
    // A bar of days that an account does not tell of is too low, as one whose days are not over.
    const told = {
      ...answer,
      bins: answer.bins.map((bin, at) => ({ ...bin, isWhole: bin.isWhole && !missing[at]?.length })),
    }
    const chart = chartOf(spec, {
      answer: told,
      section,
      parts: shown,
      totals,
      before: beforeByBin,
      budget: isWhole ? section.budget : null,
      notes: [],
      theme,
      words,
    })
    return {
      chart,
      words,
      binName: binWords.title,
      figures,
      parts,
      shown,
      totals,
      total: isWhole ? section.total.total : sumOf(shown.map((part) => part.total)),
      before: isWhole && isComparable ? section.total.before : null,
      beforeByBin,
    }
  }, [spec, answer, section, hidden, gaps, theme, binWords, format, t, language])
}
