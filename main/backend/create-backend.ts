import type { Session } from '#main/core/model/session.ts'
import type { Caller, Ports } from '#main/ports/ports.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import type { Scope } from '#main/queries/scope.ts'
import { createAudit } from '#main/services/audit/audit.service.ts'
import { createBackups } from '#main/services/backups/backups.service.ts'
import { createDemo } from '#main/services/demo/demo.service.ts'
import { createPeople } from '#main/services/people/people.service.ts'
import { createSettings } from '#main/services/settings/settings.service.ts'
import { openStore } from '#main/store/open.ts'
import { type Recovered, recoverStore } from '#main/store/recover.ts'
import { dayInZone } from '#shared/lib/day.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { createEvents, type EventListener } from './events.ts'
import { createHandlers } from './handlers/index.ts'

export type Backend = {
  call: Dispatch
  subscribe(caller: Caller, listener: EventListener): () => void
  close(): Promise<void>
}

/**
 * For a store too damaged for a backend to open. No permission is asked: whoever may write the data folder could put
 * the backup there by hand.
 */
export const recoverData = (ports: Ports): Promise<Recovered> => recoverStore(ports)

/** The application as a library: a host starts it, carries calls to it and closes it. Wiring only. */
export async function createBackend(ports: Ports): Promise<Backend> {
  const store = await openStore(ports)
  const ledger = createSqliteLedger(() => store.read)
  const events = createEvents(ports)
  const demo = createDemo({ store, ports })
  const people = createPeople({ store, ports, demo })
  const settings = createSettings({ store, ports })
  const backups = createBackups({ store, ports })
  const audit = createAudit({ store })

  const scopeOf = (session: Session): Scope => ({
    db: store.read,
    ledger,
    workspaceId: session.workspaceId,
    currency: session.currency,
    timeZone: session.timeZone,
    today: dayInZone(ports.clock.nowMs(), session.timeZone),
    nowMs: ports.clock.nowMs(),
  })

  const call = createDispatch({
    ports,
    handlers: createHandlers({ ports, store, demo, people, settings, backups, scopeOf }),
    findSession: people.findSession,
    audit: audit.add,
    emit: events.emit,
  })

  return {
    call,
    subscribe: (caller, listener) =>
      events.subscribe(() => people.findSession(caller)?.workspaceId ?? null, listener),
    close: async () => {
      events.clear()
      store.close()
    },
  }
}
