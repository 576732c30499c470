import type { ChartTheme } from '#shared/charts/chart-theme.ts'

export type PictureEntry = {
  label: string
  /** As it is read, and the exact amount that it reads. */
  value: string
  amount: string
  color: string
  isDashed?: boolean
}

/** What stands around a chart that leaves the program: it must be understood without it. */
export type PictureWords = {
  title: string
  subtitle: string
  /** Invented figures are marked, so that nobody takes them for real ones. */
  mark: string | null
  legend: readonly PictureEntry[]
  /** What the numbers over the axis are about, a line each. */
  notes?: readonly string[]
  /** As of what day, and from where. */
  foot: string
}

export type PictureSize = { width: number; height: number }

type PictureText = {
  words: string
  x: number
  y: number
  size: number
  weight: 400 | 600
  color: string
  /** The exact amount of a figure. */
  amount?: string
}

export type PictureLayout = PictureSize & {
  texts: readonly PictureText[]
  marks: readonly { x: number; y: number; color: string; isDashed: boolean }[]
  badge: { x: number; y: number; width: number; height: number } | null
  chart: PictureSize & { x: number; y: number }
}

export type Measure = (words: string, size: number, weight: 400 | 600) => number

const PAD = 32
const LEGEND_ROW = 24
const NOTE_ROW = 20
const MARK = 11
/** A label and its figure are read together in less than this. */
const LEAST_COLUMN = 280
const LEAST_CHART = 160

/** Where everything stands. A long legend takes room from below: the picture grows rather than the chart shrinks away. */
export function pictureLayout(
  { title, subtitle, mark, legend, notes = [], foot }: PictureWords,
  { width, height }: PictureSize,
  theme: ChartTheme,
  measure: Measure,
): PictureLayout {
  const inner = width - PAD * 2
  const texts: PictureText[] = []
  const text = (
    words: string,
    x: number,
    y: number,
    size: number,
    weight: 400 | 600,
    color: string,
  ): void => {
    texts.push({ words, x, y, size, weight, color })
  }
  const badgeWidth = mark === null ? 0 : measure(mark, 13, 600) + 16
  const shownTitle = cut(title, inner - (mark === null ? 0 : badgeWidth + 14), 24, 600, measure)
  text(shownTitle, PAD, 52, 24, 600, theme.text)
  text(cut(subtitle, inner, 14, 400, measure), PAD, 78, 14, 400, theme.textSoft)
  const badge =
    mark === null
      ? null
      : { x: PAD + measure(shownTitle, 24, 600) + 14, y: 33, width: badgeWidth, height: 24 }
  if (mark !== null && badge) text(mark, badge.x + 8, 50, 13, 600, theme.text)

  const columns = Math.max(1, Math.min(3, Math.floor(inner / LEAST_COLUMN)))
  const rows = Math.ceil(legend.length / columns)
  const chartTop = 98
  const below =
    (rows > 0 ? rows * LEGEND_ROW + 20 : 0) + (notes.length > 0 ? notes.length * NOTE_ROW + 10 : 0) + 48
  const chartHeight = Math.max(LEAST_CHART, height - chartTop - below)
  const legendTop = chartTop + chartHeight + 28
  const column = inner / columns
  const marks = legend.map((entry, i) => {
    const x = PAD + column * (i % columns)
    const y = legendTop + Math.floor(i / columns) * LEGEND_ROW
    const value = measure(entry.value, 13, 600)
    const label = cut(entry.label, column - MARK - value - 40, 13, 400, measure)
    text(label, x + MARK + 8, y, 13, 400, theme.textSoft)
    texts.push({
      words: entry.value,
      x: x + MARK + 16 + measure(label, 13, 400),
      y,
      size: 13,
      weight: 600,
      color: theme.text,
      amount: entry.amount,
    })
    return { x, y: y - 10, color: entry.color, isDashed: entry.isDashed ?? false }
  })
  const notesTop = legendTop + rows * LEGEND_ROW + 8
  for (const [i, note] of notes.entries())
    text(cut(note, inner, 12, 400, measure), PAD, notesTop + i * NOTE_ROW, 12, 400, theme.text)
  const total = chartTop + chartHeight + below
  text(cut(foot, inner, 12, 400, measure), PAD, total - 18, 12, 400, theme.textSoft)
  const chart = { x: PAD, y: chartTop, width: inner, height: chartHeight }
  return { width, height: total, texts, marks, badge, chart }
}

function cut(words: string, width: number, size: number, weight: 400 | 600, measure: Measure): string {
  if (measure(words, size, weight) <= width) return words
  let [least, most] = [0, words.length]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (measure(`${words.slice(0, middle)}…`, size, weight) <= width) least = middle
    else most = middle - 1
  }
  return `${words.slice(0, least)}…`
}
