import type { ResourceSort } from './view.ts'

type Column = { width: number; isFigure?: boolean; sort?: ResourceSort }

/** Every column that the table can show beside the name, in its order. Figures stand near the name: they are why one looks. */
const columns = {
  type: { width: 146, sort: 'type' },
  status: { width: 130, sort: 'status' },
  dailyCost: { width: 106, isFigure: true, sort: 'dailyCost' },
  monthlyCost: { width: 116, isFigure: true, sort: 'monthlyCost' },
  spend: { width: 122, isFigure: true, sort: 'spend' },
  connection: { width: 168, sort: 'connection' },
  region: { width: 92, sort: 'region' },
  size: { width: 178 },
  tags: { width: 178 },
  advice: { width: 76, isFigure: true },
  owner: { width: 128, sort: 'owner' },
  project: { width: 128, sort: 'project' },
  service: { width: 140 },
  address: { width: 132 },
  externalId: { width: 150 },
  renewsOn: { width: 106 },
  firstSeen: { width: 116, sort: 'firstSeen' },
} as const satisfies Record<string, Column>

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
