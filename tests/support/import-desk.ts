import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findStray } from '#main/backend/bounds.ts'
import { getImport, listImports } from '#main/queries/imports.query.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { createRevisions } from '#main/queries/revisions.ts'
import type { Scope } from '#main/queries/scope.ts'
import { createImports } from '#main/services/imports/imports.service.ts'
import { openStore } from '#main/store/open.ts'
import type { ImportView } from '#shared/contract/imports.ts'
import { type CallOutput, contract } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { dumpStore } from './dump.ts'
import { addPerson } from './people.ts'

export type ImportDesk = Awaited<ReturnType<typeof openImportDesk>>

const WHO = { workspaceId: 'w1', userId: 'u1' }
const session = {
  ...WHO,
  id: 's1',
  role: 'owner',
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
} as const

/** Imports on a real store and a real ledger, with nobody to ask for a password. */
export async function openImportDesk(folder: string, ports: TestPorts = testPorts(join(folder, 'data'))) {
  const store = await openStore(ports)
  addPerson(store, WHO)
  const ledger = createSqliteLedger(() => store.read, store.revision)
  const told: string[] = []
  const imports = createImports({ store, ports, ledger, emit: (name) => void told.push(name) })
  const scope: Scope = {
    db: store.read,
    ledger,
    workspaceId: 'w1',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    today: day('2026-11-20'),
    nowMs: ports.clock.nowMs(),
    revision: createRevisions(store.read, store.revision).of('w1'),
  }
  const get = (id: number): CallOutput<'imports.get'> =>
    checked('imports.get', getImport(scope, id, imports.progressOf))

  return {
    folder,
    ports,
    store,
    imports,
    scope,
    session,
    /** Events, by name, in their order. */
    told,
    get,
    list: (): ImportView[] =>
      checked('imports.list', listImports(scope, { offset: 0, limit: 500 }, imports.progressOf)).items,
    write(name: string, content: string | Uint8Array): string {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    async start(...paths: string[]): Promise<number[]> {
      const tokens = paths.map((path) => ports.inbox.give(path).token)
      return (await imports.start(session, { tokens }, 'window')).ids
    },
    /** Reads one delivery and tells what became of it. */
    async read(...paths: string[]): Promise<ImportView> {
      const [id = 0] = await this.start(...paths)
      await imports.whenIdle()
      return get(id).item
    },
    /** Reads it and commits it. */
    async load(...paths: string[]): Promise<ImportView> {
      const { id, status, problem } = await this.read(...paths)
      if (status !== 'ready')
        throw new Error(`${status}: ${JSON.stringify(problem)} ${JSON.stringify(ports.lines.at(-1))}`)
      imports.commit(session, { id, mode: 'replace' })
      return get(id).item
    },
    /** What counts, by day: `2026-10-05 10.5 RUB`. */
    counted: (): string[] =>
      ledger
        .aggregate({
          workspaceId: 'w1',
          from: day('2000-01-01'),
          to: day('2099-12-31'),
          metric: 'billed',
          groupBy: ['day'],
        })
        .map(({ keys, femtos, currency }) => `${keys[0]} ${formatDecimal(femtos)} ${currency}`),
    /** Everything in the store but the list of imports itself and the tables that are no figures. */
    dump(): [string, string[]][] {
      const besides = ['parcels', 'watched_folders', 'watched_files', 'mappings']
      return [...dumpStore(store.read)].filter(([name]) => !besides.includes(name))
    },
    async close(): Promise<void> {
      await imports.close()
      store.close()
    },
  }
}

/** As the gate of the backend looks at what it hands out. */
function checked<N extends CallName>(name: N, value: CallOutput<N>): CallOutput<N> {
  const stray = findStray(value, contract[name].output.parse(value))
  if (stray !== null) throw new Error(`${name}: ${stray} is not part of the contract`)
  return value
}
