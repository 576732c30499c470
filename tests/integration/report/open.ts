import type { DocBlock, DocTable, ReportDocument } from '#main/core/report/document.ts'
import type { Ledger } from '#main/ports/ledger.ts'
import { createWorkedTags } from '#main/queries/allocation/worked-tags.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { buildReport } from '#main/queries/report/build-report.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { createDemo } from '#main/services/demo/demo.service.ts'
import { openStore } from '#main/store/open.ts'
import { type ReportSpecInput, reportSpec } from '#shared/contract/report-spec.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { scopeOf } from '../queries/seed.ts'

/** The demo company, as it is on 20 November 2026. */
export async function openDemoReports() {
  const ports = testPorts(tempFolder())
  const store = await openStore(ports)
  const { workspaceId } = createDemo({ store, ports }).ensure()
  const worked = createWorkedTags({
    read: () => store.read,
    live: store.revision,
    revisionOf: store.revision,
    ledger: () => ledger,
  })
  const ledger: Ledger = createSqliteLedger(() => store.read, store.revision, worked)
  const scope = scopeOf(store, ports, workspaceId, { ledger })
  return { store, scope, build: builder(scope), close: () => store.close() }
}

export const builder =
  (scope: Scope) =>
  (spec: Omit<ReportSpecInput, 'title'> & { title?: string }, isPreview = false) =>
    buildReport(scope, reportSpec.parse({ title: 'Отчёт', ...spec }), {
      organisation: 'ООО «Ромашка»',
      isPreview,
    })

export const tablesOf = (document: ReportDocument): (DocTable & { title: string; id: string })[] =>
  document.blocks.flatMap((block) =>
    'table' in block ? [{ ...block.table, title: block.title, id: block.id }] : [],
  )

export const ofKind = <K extends DocBlock['kind']>(document: ReportDocument, kind: K) =>
  document.blocks.filter((block): block is Extract<DocBlock, { kind: K }> => block.kind === kind)

/** What the rows of a column add up to; those that stand for others are not counted twice. */
export function sumOf(table: DocTable, column: number): string {
  let sum = 0n
  for (const { cells, role } of table.rows())
    if (role === undefined) sum += parseDecimal(cells[column] ?? '0') ?? 0n
  return formatDecimal(sum)
}
