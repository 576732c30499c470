import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { templateSpec } from '#main/core/report/templates/template-spec.ts'
import type { Ledger } from '#main/ports/ledger.ts'
import { createWorkedTags } from '#main/queries/allocation/worked-tags.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { buildReport } from '#main/queries/report/build-report.query.ts'
import { openStore } from '#main/store/open.ts'
import { putRates } from '#main/store/repos/currency-rates.repo.ts'
import { workspaces } from '#main/store/schema/people.ts'
import { type ReportSpec, type ReportTemplate, reportTemplates } from '#shared/contract/report-spec.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { day } from '#shared/lib/day.ts'
import { scopeOf } from '#tests/integration/queries/seed.ts'
import { MONTHS } from './ledger-data.ts'
import { fillLedger } from './ledger-fill.ts'

const TIMES = 5

export type ReportTimes = { name: string; first: number; warm: number; rows: number }

/** Reports over a great store whose accounts bill in four currencies: first as a window that was just opened would ask. */
export async function runReportScenario(rows: number): Promise<ReportTimes[]> {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-report-'))
  try {
    const ports = await fillLedger(folder, rows, () => undefined)
    const store = await openStore(ports)
    const workspaceId = store.read.select({ id: workspaces.id }).from(workspaces).get()?.id ?? ''
    store.transaction((db) => putRates(db, ratesOf(workspaceId)))
    const worked = createWorkedTags({
      read: () => store.read,
      live: store.revision,
      revisionOf: store.revision,
      ledger: () => ledger,
    })
    const ledger: Ledger = createSqliteLedger(() => store.read, store.revision, worked)
    const scope = scopeOf(store, ports, workspaceId, { ledger })
    const measure = (name: string, spec: ReportSpec): ReportTimes => {
      const times: number[] = []
      let count = 0
      for (let at = 0; at <= TIMES; at += 1) {
        const from = performance.now()
        const { document } = buildReport(scope, spec, { organisation: 'Холдинг', isPreview: false })
        count = 0
        for (const block of document.blocks)
          if ('table' in block) for (const _ of block.table.rows()) count += 1
        times.push(performance.now() - from)
      }
      const [first = 0, ...others] = times
      return { name, first, warm: others.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0, rows: count }
    }
    const others = reportTemplates.filter((key): key is ReportTemplate => key !== 'cfoBrief')
    const found = [
      measure('brief in roubles', { ...templateSpec('cfoBrief', 'ru'), currency: 'RUB' }),
      measure('brief, each currency by itself', templateSpec('cfoBrief', 'ru')),
      ...others.map((key) => measure(key, { ...templateSpec(key, 'ru'), currency: 'RUB' })),
    ]
    store.close()
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ratesOf = (workspaceId: string) =>
  MONTHS.flatMap((month) =>
    (['USD', 'EUR', 'KZT'] as Currency[]).flatMap((currency, at) =>
      [1, 4, 7, 10, 13, 16, 19, 22, 25, 28].map((number) => ({
        ...{ workspaceId, source: 'cbr' as const, currency, nominal: 1, atMs: 1 },
        day: day(`${month}-${String(number).padStart(2, '0')}`),
        value: `${80 + at * 10}.${String(number).padStart(2, '0')}`,
      })),
    ),
  )
