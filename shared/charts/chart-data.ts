/** Figures as they are read: exact in tooltips and tables, short on axes and labels. Amounts are exact decimal text. */
export type ChartFigures = {
  exact: (amount: string, options?: { sign?: boolean }) => string
  compact: (amount: string, options?: { sign?: boolean }) => string
}

/** One series of a chart over time, or one piece of a whole. */
export type ChartPart = {
  id: string
  label: string
  /** Its place by size, which is its colour: it stays when a neighbour is hidden. */
  rank: number
  /** What is small, together. */
  isRest?: boolean
}

export type ChartPiece = ChartPart & { amount: string; children?: readonly ChartPiece[] }

export const colorKey = ({ id, isRest }: ChartPart): string => (isRest ? 'other' : id)

/** What can be drawn as a part of a whole: nothing and less than nothing take no room. */
export const drawable = <T extends { amount: string }>(pieces: readonly T[]): T[] =>
  pieces.filter(({ amount }) => !amount.startsWith('-') && /[1-9]/.test(amount))
