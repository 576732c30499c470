import { z } from 'zod'

/**
 * What a printed page is drawn with, in points from its upper left corner. The same list becomes the PDF's page, the
 * preview on screen and a picture: there is one layout.
 */
const paint = z.string().max(40)
const round = z.number()

const textOp = z.object({
  op: z.literal('text'),
  x: round,
  /** The base line. */
  y: round,
  size: round,
  weight: z.literal([400, 600]),
  fill: paint,
  anchor: z.enum(['start', 'middle', 'end']),
  text: z.string(),
  /** In degrees about its own point; 0 in nearly all cases. */
  turn: round.optional(),
})
const rectOp = z.object({
  op: z.literal('rect'),
  x: round,
  y: round,
  width: round,
  height: round,
  fill: paint,
  radius: round.optional(),
  opacity: round.optional(),
})
const lineOp = z.object({
  op: z.literal('line'),
  x1: round,
  y1: round,
  x2: round,
  y2: round,
  stroke: paint,
  width: round,
  dash: z.array(round).optional(),
})
/** SVG path data. Null: not filled, not stroked. */
const pathOp = z.object({
  op: z.literal('path'),
  d: z.string(),
  fill: paint.nullable(),
  stroke: paint.nullable(),
  width: round,
  opacity: round.optional(),
  dash: z.array(round).optional(),
  /** Moved so far: charts are drawn at the origin and put in their place. */
  dx: round.optional(),
  dy: round.optional(),
  /** Nothing outside this rectangle is drawn; in page coordinates. */
  clip: z.object({ x: round, y: round, width: round, height: round }).optional(),
})
const pageOp = z.discriminatedUnion('op', [textOp, rectOp, lineOp, pathOp])
export type PageOp = z.infer<typeof pageOp>

export const reportPage = z.object({
  width: z.number(),
  height: z.number(),
  ops: z.array(pageOp),
})
export type ReportPage = z.infer<typeof reportPage>
