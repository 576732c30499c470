import type { DocBlock } from '#main/core/report/document.ts'
import type { ShowbackRow } from '#shared/contract/allocation.ts'
import type { CostCondition } from '#shared/contract/costs.ts'
import type { BlockOf } from './block.ts'
import type { Report } from './report.ts'
import { tableBlocks } from './table.block.ts'

/** A report for more departments than that is a file for a program. */
const MOST_SHEETS = 60

export type Basis = { hierarchyId: string } | { tagId: string }

/** What each department uses: its services against the days before, one table after another. */
export function departmentSheets(
  report: Report,
  block: BlockOf<'showback'>,
  by: Basis,
  rows: readonly ShowbackRow[],
): DocBlock[] {
  const parents = new Set(rows.map(({ parentKey }) => parentKey))
  return rows
    .filter(({ key }) => key !== null && !parents.has(key))
    .slice(0, MOST_SHEETS)
    .flatMap(({ key, label, depth }) => {
      const condition: CostCondition = {
        dimension: 'tagId' in by ? `virtual:${by.tagId}` : `level:${by.hierarchyId}:${depth}`,
        op: 'is',
        values: [key ?? ''],
      }
      const view = report.ownView({
        groupBy: ['service'],
        granularity: 'total',
        comparison: 'previous',
      })
      // The tree above is of the whole organisation, and so are its departments.
      const own = { ...view, currency: null, where: [[condition]] }
      return tableBlocks(report, { id: block.id, title: label ?? '', limit: block.limit }, own)
    })
}
