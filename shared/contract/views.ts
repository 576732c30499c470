import { z } from 'zod'
import { command, query } from './call.ts'
import { viewSpec, whereValue } from './costs.ts'
import { labelValue, nothing } from './values.ts'

const id = z.string().min(1).max(64)

const savedView = z.object({
  id: z.string(),
  name: z.string(),
  spec: viewSpec,
  /** Ours, there from the start; a person changes a copy. */
  isBuiltIn: z.boolean(),
  byName: z.string().nullable(),
  updatedAtMs: z.number().nullable(),
})
export type SavedView = z.infer<typeof savedView>

/** Where a tile stands in a grid of twelve columns. Rows follow from the order. */
const tileValue = z
  .object({
    id,
    /** A saved view, or one of the tiles that show what is no cost. */
    viewId: id.nullable(),
    kind: z.enum(['view', 'savings', 'resources', 'connections', 'alerts', 'usage', 'advice', 'movers']),
    /** Columns of twelve. */
    width: z.union([z.literal(3), z.literal(4), z.literal(6), z.literal(8), z.literal(12)]),
    look: z.enum(['number', 'chart', 'list']),
  })
  .strict()
  .refine(({ kind, viewId }) => (kind === 'view') === (viewId !== null), 'a tile of a view needs the view')
export type BoardTile = z.infer<typeof tileValue>

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
    input: z.object({ tiles: z.array(tileValue).max(40) }).strict(),
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
