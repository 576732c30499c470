import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInbox } from '#main/adapters/inbox.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Scope } from '#main/queries/scope.ts'
import { createMonths } from '#main/services/rates/months.service.ts'
import { createRates } from '#main/services/rates/rates.service.ts'
import { openStore } from '#main/store/open.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { insertUser } from '#main/store/repos/people.repo.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { addCompany, addConnection, costLine } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { scopeOf } from '../queries/seed.ts'

const sessionOf = (workspaceId: string): Session => ({
  id: 's1',
  userId: 'u1',
  workspaceId,
  role: 'owner',
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
})

/** Two organisations on a store of the test's own; the first has the accounts c1 and c2. It is 20 November 2026. */
export async function openRates({ bankAddress, timeZone }: { bankAddress?: string; timeZone?: string } = {}) {
  const folder = tempFolder()
  const ports = testPorts(folder)
  const inbox = createInbox(join(folder, 'inbox'), ports.ids)
  const store = await openStore(ports)
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
    addCompany(db, 'w2', 'c3')
    insertUser(db, { id: 'u1', name: 'Анна', passwordHash: null, createdAtMs: 1 })
  })
  const network = { route: async () => ({ proxyUrl: null, caPem: null }) }
  const rates = createRates({
    store,
    ports: { ...ports, inbox },
    network,
    ...(bankAddress ? { bankAddress } : {}),
  })
  return {
    store,
    ports,
    rates,
    months: createMonths({ store, ports }),
    session: sessionOf('w1'),
    other: sessionOf('w2'),
    get scope(): Scope {
      return scopeOf(store, ports, 'w1', timeZone ? { timeZone } : {})
    },
    get otherScope(): Scope {
      return scopeOf(store, ports, 'w2')
    },
    /** Gives a file as the window does, and tells its token. */
    give(text: string | Buffer, name = 'rates.csv'): string {
      const path = join(folder, name)
      writeFileSync(path, text)
      return inbox.give(path).token
    },
    charge(on: string, currency: Currency, amount: string, connectionId = 'c1'): void {
      const line = costLine({ connectionId, day: on, femtos: parseDecimal(amount) ?? 0n })
      store.transaction((db) => addCosts(db, 'w1', null, [{ ...line, key: { ...line.key, currency } }]))
    },
    close(): void {
      rates.close()
      store.close()
    },
  }
}

export type Opened = Awaited<ReturnType<typeof openRates>>
