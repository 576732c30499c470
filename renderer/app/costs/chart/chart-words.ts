import { type ChartTheme, seriesColor } from '#shared/charts/chart-theme.ts'
import type { BinView } from '#shared/contract/explorer.ts'
import { type Figures, type Part, REST } from './view.ts'

/** Everything that a chart says. */
export type ChartWords = {
  figures: Figures
  binShort: (bin: BinView) => string
  binTitle: (bin: BinView) => string
  /** Of a ratio; a dash where there is none. */
  share: (ratio: string | null) => string
  total: string
  before: string
  budget: string
  incomplete: string
}

/** Notes of the axis that fall on a bin, as the chart marks and tells them. */
export type BinNote = { bin: number; number: number; text: string }

export const colorOf = (theme: ChartTheme, { id, rank }: Pick<Part, 'id' | 'rank'>): string =>
  seriesColor(theme, rank, id === REST ? 'other' : id)
