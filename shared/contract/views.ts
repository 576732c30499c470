import { z } from 'zod'
import { command, query } from './call.ts'
import { viewSpec, whereValue } from './costs.ts'
import { labelValue, nothing } from './values.ts'

const id = z.string().min(1).max(64)

/** Views that are there from the start; the page names them, in both languages. */
export const builtInViews = [
  'periodSpend',
  'monthToDate',
  'providersByDay',
  'servicesByMonth',
  'topResources',
  'topServices',
  'topAccounts',
  'movers',
  'departments',
  'usageCost',
] as const
export type BuiltInView = (typeof builtInViews)[number]

const BUILT_IN = 'builtin:'

export const builtInId = (view: BuiltInView): string => `${BUILT_IN}${view}`

/** Null: somebody has made the view. */
export const builtInOf = (viewId: string): BuiltInView | null =>
  builtInViews.find((view) => builtInId(view) === viewId) ?? null

const savedView = z.object({
  id: z.string(),
  /** Of one that is built in, the word by which the page calls it. */
  name: z.string(),
  spec: viewSpec,
  /** Ours, there from the start; a person changes a copy. */
  isBuiltIn: z.boolean(),
  byName: z.string().nullable(),
  updatedAtMs: z.number().nullable(),
})
export type SavedView = z.infer<typeof savedView>

/** Tiles that show what is no view of costs, and how each can look. */
export const tileLooks = {
  view: ['number', 'chart', 'list'],
  forecast: ['number'],
  savings: ['number'],
  resources: ['number'],
  connections: ['number', 'list'],
  alerts: ['list'],
  usage: ['list'],
  advice: ['list'],
} as const
export const tileKinds = Object.keys(tileLooks) as (keyof typeof tileLooks)[]
export type TileKind = (typeof tileKinds)[number]

/** Columns of twelve. */
export const tileWidths = [3, 4, 6, 8, 12] as const
export type TileWidth = (typeof tileWidths)[number]

/** Where a tile stands in a grid of twelve columns. Rows follow from the order. */
const tileValue = z
  .object({
    id,
    /** A saved view, or one of the tiles that show what is no cost. */
    viewId: id.nullable(),
    kind: z.enum(tileKinds),
    width: z.literal(tileWidths),
    look: z.enum(['number', 'chart', 'list']),
    /** The days that the dashboard's own control chooses, or those of the view. */
    period: z.enum(['page', 'view']).default('page'),
  })
  .strict()
  .refine(({ kind, viewId }) => (kind === 'view') === (viewId !== null), 'a tile of a view needs the view')
  .refine(
    ({ kind, look }) => (tileLooks[kind] as readonly string[]).includes(look),
    'this tile does not look so',
  )
export type BoardTile = z.infer<typeof tileValue>

export const boardTiles = z
  .array(tileValue)
  .max(40)
  .refine((tiles) => new Set(tiles.map((tile) => tile.id)).size === tiles.length, 'two tiles of one number')

const problem = z.object({ code: z.enum(['view.gone']), tileId: z.string() })

export const views = {
  'views.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(savedView) }),
  }),
  /** A name that is taken is refused. */
  'views.add': command({
    permission: 'data.write',
    input: z.object({ name: labelValue, spec: viewSpec }).strict(),
    output: z.object({ id: z.string() }),
    causes: ['views.changed'],
  }),
  'views.update': command({
    permission: 'data.write',
    input: z.object({ id, name: labelValue.optional(), spec: viewSpec.optional() }).strict(),
    output: z.object({}),
    causes: ['views.changed'],
  }),
  'views.remove': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['views.changed', 'boards.changed'],
  }),
  /** A view as a file that another installation reads; names of what it refers to travel with it. */
  'views.export': query({
    permission: 'data.read',
    input: z.object({ name: labelValue, spec: viewSpec }).strict(),
    output: z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() }),
  }),
  /** What such a file asks for, as far as it is known here; nothing is kept yet. */
  'views.read': query({
    permission: 'data.read',
    input: z.object({ text: z.string().max(200_000) }).strict(),
    output: z.object({ name: z.string(), spec: viewSpec, missing: z.array(z.string()) }),
  }),

  /** Filters with a name, for all views and reports. */
  'costFilters.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          where: whereValue,
          byName: z.string(),
          usedBy: z.number(),
        }),
      ),
    }),
  }),
  'costFilters.add': command({
    permission: 'data.write',
    input: z.object({ name: labelValue, where: whereValue }).strict(),
    output: z.object({ id: z.string() }),
    causes: ['views.changed'],
  }),
  'costFilters.update': command({
    permission: 'data.write',
    input: z.object({ id, name: labelValue.optional(), where: whereValue.optional() }).strict(),
    output: z.object({}),
    causes: ['views.changed'],
  }),
  'costFilters.remove': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['views.changed'],
  }),

  /** The person's own dashboard; the one that everybody begins with until it is changed. */
  'boards.get': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ tiles: z.array(tileValue), isDefault: z.boolean(), problems: z.array(problem) }),
  }),
  'boards.update': command({
    permission: 'data.read',
    input: z.object({ tiles: boardTiles }).strict(),
    output: z.object({}),
    isAudited: false,
    causes: ['boards.changed'],
  }),
  'boards.reset': command({
    permission: 'data.read',
    input: nothing,
    output: z.object({}),
    isAudited: false,
    causes: ['boards.changed'],
  }),
}
