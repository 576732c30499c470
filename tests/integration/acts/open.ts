import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInbox } from '#main/adapters/inbox.ts'
import type { Session } from '#main/core/model/session.ts'
import { getAct, listActs, listActsOf } from '#main/queries/acts.query.ts'
import { listPayments } from '#main/queries/payments.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { createActs } from '#main/services/acts/acts.service.ts'
import { createPayments } from '#main/services/acts/payments.service.ts'
import { createMonths } from '#main/services/rates/months.service.ts'
import { openStore } from '#main/store/open.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { insertUser } from '#main/store/repos/people.repo.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { addCompany, addConnection, costLine } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { scopeOf } from '../queries/seed.ts'

const session: Session = {
  id: 's1',
  userId: 'u1',
  workspaceId: 'w1',
  role: 'owner',
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
}

/** An organisation with two accounts of Selectel and one of Yandex Cloud. It is 20 November 2026. */
export async function openActs() {
  const folder = tempFolder()
  const ports = testPorts(folder)
  const inbox = createInbox(join(folder, 'inbox'), ports.ids)
  const store = await openStore(ports)
  store.transaction((db) => {
    addCompany(db, 'w1', 'selectel-1')
    addConnection(db, 'w1', 'selectel-2')
    addConnection(db, 'w1', 'yandex-1', 'yandex')
    addCompany(db, 'w2', 'foreign')
    insertUser(db, { id: 'u1', name: 'Анна', passwordHash: null, createdAtMs: 1 })
  })
  const parts = { store, ports: { ...ports, inbox } }
  const acts = createActs(parts)
  const payments = createPayments(parts)
  const months = createMonths({ store, ports })
  const own = () => scopeOf(store, ports, 'w1')
  const page = { offset: 0, limit: 500 }
  let files = 0
  const give = (text: string | Uint8Array, ending = 'xml'): string => {
    files += 1
    const name = `файл-${files}.${ending}`
    const path = join(folder, name)
    writeFileSync(path, text)
    return inbox.give(path).token
  }
  return {
    acts,
    payments,
    session,
    give,
    get scope(): Scope {
      return own()
    },
    /** Files as the window gives them; what became of each. */
    load: async (...texts: (string | Uint8Array)[]) =>
      (await acts.load(session, own(), { tokens: texts.map((text) => give(text)) })).items,
    loadBank: async (text: string | Uint8Array) =>
      (await payments.load(session, { tokens: [give(text, 'txt')] })).items[0],
    list: (month?: string) => listActs(own(), { month, ...page }).items,
    listOf: (month: string) => listActsOf(own(), month),
    act: (id: string) => getAct(own(), id),
    paid: (month?: string) => listPayments(own(), { month, ...page }).items,
    closeMonth: (month: string) => months.close(session, own(), { month, note: null }),
    charge(on: string, amount: string, connectionId: string): void {
      const line = costLine({ connectionId, day: on, femtos: parseDecimal(amount) ?? 0n })
      store.transaction((db) => addCosts(db, 'w1', null, [line]))
    },
    shut: () => store.close(),
  }
}

export type Opened = Awaited<ReturnType<typeof openActs>>
