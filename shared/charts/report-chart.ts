/** What a chart on paper shows. Amounts are exact decimal text; labels are in the report's language. */
type Part = { id: string; label: string /** By size: its colour. */; rank: number; isRest?: boolean }

export type ReportChart =
  | {
      kind: 'bins'
      look: 'bars' | 'lines'
      /** The currency, or what a quantity is counted in. */
      unit: string
      bins: readonly { short: string; title: string; isWhole: boolean; isWeekend?: boolean }[]
      parts: readonly (Part & { amounts: readonly string[] })[]
      totals: readonly string[]
      before: readonly string[] | null
      budget: readonly string[] | null
    }
  /** Bars beside each other, the longest first. */
  | { kind: 'ranks'; unit: string; parts: readonly (Part & { amount: string; before: string | null })[] }
  | { kind: 'pie' | 'treemap'; unit: string; pieces: readonly (Part & { amount: string })[]; total: string }
  | {
      kind: 'waterfall'
      unit: string
      steps: readonly { id: string; label: string; kind: 'total' | 'effect'; amount: string }[]
    }
