import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInbox } from '#main/adapters/inbox.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Ledger } from '#main/ports/ledger.ts'
import { createWorkedTags } from '#main/queries/allocation/worked-tags.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { listMargins } from '#main/queries/margins.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { getUnitCosts } from '#main/queries/unit-costs.query.ts'
import { createBusiness } from '#main/services/business/business.service.ts'
import type { WritableDb } from '#main/store/db.ts'
import { openStore } from '#main/store/open.ts'
import { addCosts, type CostLine } from '#main/store/repos/costs.repo.ts'
import { insertUser } from '#main/store/repos/people.repo.ts'
import { virtualTags } from '#main/store/schema/allocation.ts'
import type { AllocationRule, VirtualKind } from '#shared/contract/allocation.ts'
import { business } from '#shared/contract/business.ts'
import type { CallInput, ParsedInput } from '#shared/contract/index.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { addCompany, addConnection } from '#tests/support/store-rows.ts'
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

type Name = keyof typeof business

/** An input as the contract takes it: what is left out gets its usual value. */
export const parsed = <N extends Name>(name: N, input: CallInput<N>): ParsedInput<N> =>
  business[name].input.parse(input) as ParsedInput<N>

/** Two organisations on a store of the test's own. It is 20 November 2026. */
export async function openBusiness() {
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
  const worked = createWorkedTags({
    read: () => store.read,
    live: store.revision,
    revisionOf: store.revision,
    ledger: () => ledger,
  })
  const ledger: Ledger = createSqliteLedger(() => store.read, store.revision, worked)
  const service = createBusiness({ store, ports: { ...ports, inbox } })
  const session = sessionOf('w1')
  let tags = 0
  const given = parsed('business.addSeries', {
    name: 'Заказы',
    unit: 'заказ',
    step: 'month',
    kind: 'flow',
  })
  return {
    store,
    service,
    session,
    other: sessionOf('w2'),
    inbox,
    get scope(): Scope {
      return scopeOf(store, ports, 'w1', { ledger })
    },
    get otherScope(): Scope {
      return scopeOf(store, ports, 'w2', { ledger })
    },
    addSeries: (over: Partial<CallInput<'business.addSeries'>> = {}): string =>
      service.addSeries(session, { ...given, ...(over as object) }).id,
    put: (id: string, values: Record<string, string | null>, part: string | null = null) =>
      service.putValues(
        session,
        parsed('business.putValues', {
          id,
          values: Object.entries(values).map(([day, value]) => ({ day, part, value })) as never,
        }),
      ),
    /** Gives a file as the window does, and tells its token. */
    give(bytes: string | Uint8Array, name = 'orders.csv'): string {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return inbox.give(path).token
    },
    /** A virtual tag by which each of these services is a part of its own. */
    addTag(services: Record<string, string>, kind: VirtualKind = 'client'): string {
      tags += 1
      const id = `t${tags}`
      const rules = Object.entries(services).map(
        ([service, part]): AllocationRule => ({
          id: service,
          name: '',
          isOn: true,
          where: [[{ dimension: 'service', op: 'is', values: [service] }]],
          cost: null,
          from: null,
          to: null,
          outcome: { kind: 'part', part },
        }),
      )
      const own = { workspaceId: 'w1', name: id, kind, rules, userId: null, updatedAtMs: 1 }
      store.transaction((db) =>
        db
          .insert(virtualTags)
          .values({ id, ...own })
          .run(),
      )
      return id
    },
    setTerms: (input: CallInput<'business.putTerms'>) =>
      service.putTerms(session, parsed('business.putTerms', input)),
    unitCosts: (input: CallInput<'business.getUnitCosts'>) =>
      getUnitCosts(scopeOf(store, ports, 'w1', { ledger }), parsed('business.getUnitCosts', input)),
    margins: (input: CallInput<'business.listMargins'>) =>
      listMargins(scopeOf(store, ports, 'w1', { ledger }), parsed('business.listMargins', input)),
    charge: (lines: CostLine[]): void =>
      store.transaction((db) => {
        addCosts(db, 'w1', null, lines)
      }),
    write: (act: (db: WritableDb) => void): void => store.transaction(act),
    close: () => store.close(),
  }
}

export type Opened = Awaited<ReturnType<typeof openBusiness>>
