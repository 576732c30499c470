import type { ResourceSort } from './view.ts'

type Column = { width: number; isFigure?: boolean }

/**
 * Every column that the table can show beside the name, in its order. Figures stand near the name: they are why one looks.
 * The list can be sorted by each.
 */
const columns = {
  type: { width: 146 },
  status: { width: 130 },
  dailyCost: { width: 106, isFigure: true },
  monthlyCost: { width: 116, isFigure: true },
  spend: { width: 122, isFigure: true },
  connection: { width: 168 },
  region: { width: 92 },
  size: { width: 178 },
  tags: { width: 178 },
  advice: { width: 84, isFigure: true },
  owner: { width: 128 },
  project: { width: 128 },
  service: { width: 140 },
  address: { width: 132 },
  externalId: { width: 164 },
  renewsOn: { width: 106 },
  firstSeen: { width: 116 },
} as const satisfies Record<Exclude<ResourceSort, 'name'>, Column>

export type ColumnId = keyof typeof columns
export const columnIds = Object.keys(columns) as ColumnId[]
export const columnOf = (id: ColumnId): Column => columns[id]

export const defaultColumns: readonly ColumnId[] = [
  'type',
  'status',
  'dailyCost',
  'monthlyCost',
  'spend',
  'connection',
  'region',
  'size',
  'tags',
]

export const NAME_WIDTH = 248
export const CHECK_WIDTH = 44

/** As wide as its columns ask for; a wider window shares out what is left. */
export const widthOf = (shown: readonly ColumnId[], hasChecks: boolean): number =>
  shown.reduce((sum, id) => sum + columns[id].width, NAME_WIDTH + (hasChecks ? CHECK_WIDTH : 0))
