import type { Ledger } from '#main/ports/ledger.ts'
import { createWorkedTags } from '#main/queries/allocation/worked-tags.ts'
import { getChart } from '#main/queries/explorer-chart.query.ts'
import { explain } from '#main/queries/explorer-explain.query.ts'
import { listRows } from '#main/queries/explorer-rows.query.ts'
import { listUsage } from '#main/queries/explorer-usage.query.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { WritableDb } from '#main/store/db.ts'
import { openStore } from '#main/store/open.ts'
import { putRates } from '#main/store/repos/currency-rates.repo.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import { type ViewSpecInput, viewSpec } from '#shared/contract/costs.ts'
import { explorer } from '#shared/contract/explorer.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { type FileLine, readParcel } from '#tests/support/parcels.ts'
import { addCompany, addConnection } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { scopeOf } from '../queries/seed.ts'

export const femtos = (text: string): bigint => parseDecimal(text) ?? 0n
export const text = formatDecimal
export const sum = (amounts: readonly (bigint | string)[]): bigint =>
  amounts.reduce<bigint>((total, one) => total + (typeof one === 'string' ? femtos(one) : one), 0n)

/** Two organisations on a store of the test's own, the first with two accounts. It is 20 November 2026. */
export async function openExplorer() {
  const ports = testPorts(tempFolder())
  const store = await openStore(ports)
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
    addCompany(db, 'w2', 'c3')
  })
  const worked = createWorkedTags({
    read: () => store.read,
    live: store.revision,
    revisionOf: store.revision,
    ledger: () => ledger,
  })
  const ledger: Ledger = createSqliteLedger(() => store.read, store.revision, worked)
  const scope: Scope = scopeOf(store, ports, 'w1', { ledger })
  const spec = (input: ViewSpecInput) => viewSpec.parse(input)
  return {
    store,
    ports,
    scope,
    other: scopeOf(store, ports, 'w2', { ledger }),
    write: <T>(act: (db: WritableDb) => T): T => store.transaction(act),
    bill: (lines: readonly FileLine[], workspaceId = 'w1'): void =>
      store.transaction((db) => {
        commitParcel(db, readParcel(db, workspaceId, lines), { mode: 'add', atMs: 1 })
      }),
    /** Roubles for one unit, from that day on. */
    rate: (currency: Currency, from: string, value: string): void =>
      store.transaction((db) =>
        putRates(db, [
          { workspaceId: 'w1', source: 'cbr', currency, day: day(from), nominal: 1, value, atMs: 1 },
        ]),
      ),
    chart: (input: ViewSpecInput, of = scope) =>
      explorer['explorer.getChart'].output.parse(getChart(of, { spec: spec(input) })),
    rows: (
      input: ViewSpecInput,
      page: { unit?: string; search?: string; offset?: number; limit?: number } = {},
    ) =>
      explorer['explorer.listRows'].output.parse(
        listRows(scope, { search: '', offset: 0, limit: 500, unit: undefined, ...page, spec: spec(input) }),
      ),
    explain: (input: ViewSpecInput, unit?: Currency, of = scope) =>
      explorer['explorer.explain'].output.parse(explain(of, { spec: spec(input), unit })),
    usage: (input: ViewSpecInput, search = '') =>
      explorer['explorer.listUsage'].output.parse(
        listUsage(scope, { spec: spec(input), search, offset: 0, limit: 100 }),
      ),
    close: () => store.close(),
  }
}

export type Opened = Awaited<ReturnType<typeof openExplorer>>
