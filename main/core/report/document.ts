import type { ReportChart } from '#shared/charts/report-chart.ts'
import type { ReportFigure, ReportSpec } from '#shared/contract/report-spec.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'

/*
 * A report with its figures in it, before it has a form. Every format is written from this one value and computes
 * nothing itself: hence the same kopecks on paper, in the sheet and in the file for machines. Texts are in the report's
 * language already; amounts are exact decimal text, days are ISO, shares are of one.
 */

/** `number` is a quantity, `count` a whole number of things, `share` is printed as per cent. */
export type CellKind = 'text' | 'money' | 'number' | 'count' | 'share' | 'day'

export type DocColumn = {
  /** Stable and Latin: the name of the field in JSON. */
  key: string
  title: string
  kind: CellKind
  /** Of money: the currency, unless a row says its own. */
  unit: Currency | null
  /** Whether the sum of the column makes sense; the total row carries it. */
  isSummed: boolean
  /** How much room it wants beside its neighbours; 1 is a figure's. */
  weight: number
}

export type DocCell = string | null

export type DocRow = {
  cells: readonly DocCell[]
  /** Under which heading it stands, from 0. */
  level?: number
  /** `sum`: of the rows before it; `head`: a heading without figures; a sheet must not add either up again. */
  role?: 'sum' | 'head'
  unit?: Currency
}

export type DocTable = {
  columns: readonly DocColumn[]
  rowCount: number
  /** Read anew each time and as they are needed: a table may have more rows than memory. */
  rows(): Iterable<DocRow>
  /** The sum of everything, also of what the limit leaves out. */
  total: DocRow | null
  /** Rows that the limit leaves out. */
  left: number
  note: string | null
}

export type DocFigure = {
  figure: ReportFigure
  label: string
  /** Null: not known; `note` says why. */
  value: string | null
  kind: Exclude<CellKind, 'text' | 'day'>
  unit: Currency | null
  note: string | null
  /** Whether less or more would please: a cost that fell is good. */
  mood: 'good' | 'bad' | null
}

type Block<K extends string, Facts> = { kind: K; id: string } & Facts

export type DocBlock =
  | Block<'title', { title: string; subtitle: string }>
  | Block<'text', { title: string; paragraphs: readonly string[] }>
  | Block<'figures', { figures: readonly DocFigure[] }>
  /** The table under a chart is what it shows; paper prints the picture, sheets the table. */
  | Block<
      'chart',
      { title: string; chart: ReportChart; height: 'small' | 'medium' | 'large'; table: DocTable }
    >
  | Block<'table', { title: string; table: DocTable }>
  | Block<'sumInWords', { title: string; words: string; amount: string; currency: Currency }>
  | Block<'signatures', { people: readonly { role: string; name: string }[] }>
  | Block<'pageBreak', object>

export type ReportDocument = {
  title: string
  organisation: string
  language: ReportSpec['language']
  orientation: ReportSpec['orientation']
  period: { from: Day; to: Day }
  /** As people say it: "октябрь 2026". */
  periodName: string
  /** The moment that it stands for, and the zone that its days are of. */
  asOfMs: number
  timeZone: string
  blocks: readonly DocBlock[]
  /** What stands under every page; null where the report wants none. */
  footer: ReportFooter | null
}

/** Each in the report's language, ready to print. */
export type ReportFooter = {
  asOf: string
  sources: string
  rates: string | null
  vat: string
  filter: string | null
}
