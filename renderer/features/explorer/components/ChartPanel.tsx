import { useCallback, useMemo, useState } from 'react'
import { type Answer, hasBefore, type Section } from '#renderer/app/costs/chart/answer.ts'
import { chartOf } from '#renderer/app/costs/chart/chart-of.ts'
import { type BinNote, type ChartWords, colorOf } from '#renderer/app/costs/chart/chart-words.ts'
import { Legend } from '#renderer/app/costs/chart/Legend.tsx'
import { useBinWords } from '#renderer/app/costs/chart/use-bin-words.ts'
import {
  figuresOf,
  isZero,
  type Part,
  partsOf,
  REST,
  sumOf,
  toggleHidden,
} from '#renderer/app/costs/chart/view.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart/Chart.tsx'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import type { BinView } from '#shared/contract/explorer.ts'
import { type PictureSlot, useChartPicture } from '../use-chart-picture.ts'

export type ChartPanelProps = {
  spec: ViewSpec
  answer: Answer
  section: Section
  notes: readonly BinNote[]
  onPart: (part: Part) => void
  onBin: (bin: BinView) => void
  /** The first day of the bin that the pointer or the keys are at. */
  onAt: (day: string) => void
  picture: PictureSlot
}

const HEIGHT = 290

/** The picture of the answer; the figures stand in the table below. */
export function ChartPanel({ spec, answer, section, notes, onPart, onBin, onAt, picture }: ChartPanelProps) {
  const { t, language } = useText()
  const format = useFormat()
  const theme = useChartTheme()
  const binWords = useBinWords(spec.granularity)
  const [hidden, setHidden] = useState<readonly string[]>([])
  const figures = useMemo(() => figuresOf(section, format, language), [section, format, language])
  const words = useMemo<ChartWords>(
    () => ({
      figures,
      binShort: binWords.short,
      binTitle: binWords.title,
      share: (ratio) => (ratio === null ? '—' : format.percent(ratio)),
      total: t('explorer.total'),
      before: t(spec.comparison === 'lastYear' ? 'explorer.lastYear' : 'explorer.previous'),
      budget: t('explorer.budget'),
      incomplete: t('explorer.incomplete'),
    }),
    [figures, binWords, format, t, spec.comparison],
  )
  const parts = useMemo(
    () => partsOf(section, answer.groupBy, t, language),
    [section, answer.groupBy, t, language],
  )
  const shown = useMemo(() => parts.filter(({ id }) => !hidden.includes(id)), [parts, hidden])
  const isWhole = shown.length === parts.length
  const chartIn = useCallback(
    (inTheme: ChartTheme) =>
      chartOf(spec, {
        answer,
        section,
        parts: shown,
        totals: isWhole
          ? section.total.amounts
          : answer.bins.map((_, bin) => sumOf(shown.map((part) => part.amounts[bin] ?? '0'))),
        before: isWhole && hasBefore(section) ? section.before : null,
        budget: isWhole ? section.budget : null,
        notes,
        theme: inTheme,
        words,
      }),
    [spec, answer, section, shown, isWhole, notes, words],
  )
  const chart = useMemo(() => chartIn(theme), [chartIn, theme])
  const { bins } = answer
  const pick = (index: number, seriesId: string | null): void => {
    const id = chart.partAt(index, seriesId)
    const part = id === null ? undefined : parts.find((each) => each.id === id)
    const bin = bins[index]
    if (part) {
      if (part.id !== REST) onPart(part)
    } else if (chart.isOfBins && bin) onBin(bin)
  }
  const isOfBins = chart.isOfBins
  const lines = useMemo(() => {
    const dash = (label: string, amounts: readonly string[] | null) =>
      amounts === null || !isWhole || !isOfBins
        ? null
        : { label, amount: spec.isCumulative ? (amounts.at(-1) ?? '0') : sumOf(amounts) }
    return {
      before: dash(words.before, hasBefore(section) ? section.before : null),
      budget: dash(words.budget, section.budget),
    }
  }, [isWhole, isOfBins, spec.isCumulative, words, section])
  const make = useCallback(
    (paper: ChartTheme) => ({
      option: chartIn(paper).option,
      legend: [
        ...shown.map((part) => ({
          label: part.label,
          value: figures.exact(part.total),
          amount: part.total,
          color: colorOf(paper, part),
        })),
        ...[
          { line: lines.before, color: paper.previous },
          { line: lines.budget, color: paper.limit },
        ].flatMap(({ line, color }) =>
          line ? [{ ...line, value: figures.exact(line.amount), color, isDashed: true }] : [],
        ),
      ],
    }),
    [chartIn, shown, figures, lines],
  )
  const range = format.dayRange(answer.period.from, answer.period.to)
  const total = figures.exact(section.total.total)
  const noteLines = useMemo(
    () => (chart.isOfBins ? notes.map(({ number, text }) => `${number}. ${text}`) : []),
    [chart.isOfBins, notes],
  )
  useChartPicture(picture, {
    title: t('explorer.title'),
    subtitle: `${range}: ${total}`,
    range: answer.period,
    dataThrough: answer.dataThrough,
    notes: noteLines,
    make,
  })
  return (
    <>
      <Chart
        option={chart.option}
        label={t('explorer.chartLabel', {
          look: t(`costs.look.${spec.look}`),
          range,
          total,
          top: shown
            .filter(({ id, total }) => id !== REST && !isZero(total))
            .slice(0, 3)
            .map(({ label, total }) => `${label} ${figures.exact(total)}`)
            .join(', '),
        })}
        height={HEIGHT}
        onPick={pick}
        onAt={(index) => {
          const bin = bins[index]
          if (chart.isOfBins && bin) onAt(bin.from)
        }}
      />
      <Legend
        parts={parts}
        hidden={hidden}
        theme={theme}
        figures={figures}
        before={lines.before}
        budget={lines.budget}
        onToggle={(id) =>
          setHidden((now) =>
            toggleHidden(
              parts.map((part) => part.id),
              now,
              id,
            ),
          )
        }
      />
    </>
  )
}
