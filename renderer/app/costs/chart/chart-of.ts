import { binsOption } from '#shared/charts/bins-option.ts'
import { type ChartPiece, drawable } from '#shared/charts/chart-data.ts'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import type { ChartOption } from '#shared/charts/echarts.ts'
import { pieOption } from '#shared/charts/pie-option.ts'
import { ranksOption } from '#shared/charts/ranks-option.ts'
import { treemapOption, treemapPieces } from '#shared/charts/treemap-option.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { weekdayOf } from '#shared/lib/day.ts'
import { type Answer, hasBefore, type Section } from './answer.ts'
import type { BinNote, ChartWords } from './chart-words.ts'
import { nestedPieces } from './pieces.ts'
import { type Part, REST, shareOf, sumOf } from './view.ts'

type ChartData = {
  answer: Answer
  section: Section
  parts: readonly Part[]
  totals: readonly string[]
  before: readonly string[] | null
  budget: readonly string[] | null
  notes: readonly BinNote[]
  theme: ChartTheme
  words: ChartWords
}

export type MadeChart = {
  option: ChartOption
  /** Its places along the axis are the bins of the answer. */
  isOfBins: boolean
  /** Which part was picked, by its place and its series; null where a bin was. */
  partAt: (index: number, seriesId: string | null) => string | null
}

/** The picture that a view asks for; one bar alone says nothing, so a single bin shows its parts beside each other. */
export function chartOf(spec: ViewSpec, data: ChartData): MadeChart {
  const { answer, parts, theme, words } = data
  const pieces = parts.map(
    (part): ChartPiece => ({
      ...part,
      amount: part.total,
      isRest: part.id === REST,
    }),
  )
  const total = sumOf(parts.map((part) => part.total))
  const share = ({ amount }: { amount: string }): string => words.share(shareOf(amount, total))
  const nested = nestedPieces(parts)
  if (spec.look === 'treemap')
    return {
      option: treemapOption({ pieces: nested, share }, theme, words.figures),
      isOfBins: false,
      partAt: (index) => treemapPieces(nested)[index]?.piece.id ?? null,
    }
  if (spec.look === 'pie')
    return {
      option: pieOption({ pieces, total, totalLabel: words.total, share }, theme, words.figures),
      isOfBins: false,
      partAt: (index) => drawable(pieces)[index]?.id ?? null,
    }
  if (answer.bins.length === 1)
    return {
      option: ranksOption(
        parts.map((part) => ({ ...part, isRest: part.id === REST })),
        spec.comparison !== 'budget' && hasBefore(data.section),
        theme,
        words,
      ),
      isOfBins: false,
      partAt: (index) => parts[index]?.id ?? null,
    }
  return {
    option: binsOption(
      {
        look: spec.look === 'lines' ? 'lines' : 'bars',
        bins: answer.bins.map((bin) => ({
          short: words.binShort(bin),
          title: words.binTitle(bin),
          isWhole: bin.isWhole,
          isWeekend: spec.granularity === 'day' && weekdayOf(bin.from) > 5,
        })),
        parts: parts.map((part) => ({ ...part, isRest: part.id === REST })),
        totals: data.totals,
        before: data.before,
        budget: data.budget,
        marks: data.notes,
      },
      theme,
      words.figures,
      words,
    ),
    isOfBins: true,
    partAt: (_, seriesId) => seriesId,
  }
}
