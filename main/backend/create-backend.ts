import type { Session } from '#main/core/model/session.ts'
import type { Ledger } from '#main/ports/ledger.ts'
import type { Caller, Ports } from '#main/ports/ports.ts'
import { createWorkedTags } from '#main/queries/allocation/worked-tags.ts'
import { readFocusAccounts } from '#main/queries/focus-accounts.query.ts'
import { linesByAccount, totalsOfLines } from '#main/queries/focus-lines.query.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { spanOf } from '#main/queries/ledger-span.ts'
import { warmIndex } from '#main/queries/resource-index/kept-index.ts'
import { createRevisions, isSyncing } from '#main/queries/revisions.ts'
import type { Scope } from '#main/queries/scope.ts'
import { createAccess } from '#main/services/access/access.service.ts'
import { createOpenAccount } from '#main/services/accounts/open-account.ts'
import { createActs } from '#main/services/acts/acts.service.ts'
import { createPayments } from '#main/services/acts/payments.service.ts'
import { createAllocation } from '#main/services/allocation/allocation.service.ts'
import { createAudit } from '#main/services/audit/audit.service.ts'
import { createBackups } from '#main/services/backups/backups.service.ts'
import { createBusiness } from '#main/services/business/business.service.ts'
import { createConnections } from '#main/services/connections/connections.service.ts'
import { createDemo } from '#main/services/demo/demo.service.ts'
import { createExports } from '#main/services/exports/exports.service.ts'
import { createFocusExport } from '#main/services/focus-export/focus-export.service.ts'
import { createImports } from '#main/services/imports/imports.service.ts'
import { createInventory } from '#main/services/inventory/inventory.service.ts'
import { createMailService } from '#main/services/mail/mail.service.ts'
import { createNetwork, isSwitchedOff } from '#main/services/network/network.service.ts'
import { createWayOut } from '#main/services/network/way-out.ts'
import { createOneC } from '#main/services/one-c/one-c.service.ts'
import { createPackages } from '#main/services/packages/packages.service.ts'
import { createPeople } from '#main/services/people/people.service.ts'
import { createMonths } from '#main/services/rates/months.service.ts'
import { createRates } from '#main/services/rates/rates.service.ts'
import { createReconciliation } from '#main/services/reconciliation/reconciliation.service.ts'
import { createReports } from '#main/services/reports/reports.service.ts'
import { createSettings } from '#main/services/settings/settings.service.ts'
import { createSync } from '#main/services/sync/sync.service.ts'
import { createTableExport } from '#main/services/table-export/table-export.service.ts'
import { createTransfer } from '#main/services/transfer/transfer.service.ts'
import { createVat } from '#main/services/vat/vat.service.ts'
import { createVault } from '#main/services/vault/vault.service.ts'
import { createViews } from '#main/services/views/views.service.ts'
import { openStore } from '#main/store/open.ts'
import { type Recovered, recoverStore } from '#main/store/recover.ts'
import type { EventName } from '#shared/contract/events.ts'
import { addMonths, dayInZone, firstOfMonth } from '#shared/lib/day.ts'
import { createBackground } from './background.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { createEvents, type EventListener } from './events.ts'
import { createHandlers } from './handlers/index.ts'

export type Backend = {
  call: Dispatch
  subscribe(caller: Caller, listener: EventListener): () => void
  /** Starts the synchronisations that are due and looks into watched folders. Whoever set them has given the permission. */
  startDue(): void
  close(): Promise<void>
}

/**
 * For a store too damaged for a backend to open. No permission is asked: whoever may write the data folder could put
 * the backup there by hand.
 */
export const recoverData = (ports: Ports): Promise<Recovered> => recoverStore(ports)

/** The application as a library: a host starts it, carries calls to it and closes it. Wiring only. */
export async function createBackend(given: Ports): Promise<Backend> {
  const store = await openStore(given)
  const { cut, ...waysOut } = createWayOut(given, () => isSwitchedOff(store.read))
  const ports = { ...given, ...waysOut }
  const revisions = createRevisions(store.read, store.revision)
  const worked = createWorkedTags({
    read: () => store.read,
    live: store.revision,
    revisionOf: revisions.of,
    ledger: () => ledger,
  })
  const ledger: Ledger = createSqliteLedger(() => store.read, revisions.of, worked)
  const events = createEvents(ports)
  const emit = (name: EventName, workspaceId: string | null): void => {
    if (name === 'data.changed') revisions.settle(workspaceId)
    events.emit(name, workspaceId)
  }
  const demo = createDemo({ store, ports })
  const people = createPeople({ store, ports, demo })
  const access = createAccess({ store, ports })
  const settings = createSettings({ store, ports })
  const audit = createAudit({ store })
  const vault = createVault({ store, ports })
  const network = createNetwork({ store, vault, ports, cut })
  const openAccount = createOpenAccount({ ports, network })
  const sync = createSync({ store, ports, vault, openAccount, network, emit })
  const imports = createImports({ store, ports, ledger, emit })
  const exports = createExports({ ports, emit })
  const focusExport = createFocusExport({
    ports,
    exports,
    linesOf: (workspaceId, filter) => linesByAccount(ledger, spanOf({ db: store.read, workspaceId }, filter)),
    totalsOf: (workspaceId, filter) => totalsOfLines(ledger, spanOf({ db: store.read, workspaceId }, filter)),
    accountsOf: (workspaceId) => readFocusAccounts(store.read, workspaceId),
  })
  const mail = createMailService({ store, ports, vault, network })
  const reports = createReports({ store, ports, exports, focusExport, mail, scopeAt, emit })
  const transfer = createTransfer({ store, ports, exports, scopeOf })
  const backups = createBackups({ store, ports, jobs: [exports, imports, sync, reports, transfer] })
  const connections = createConnections({ store, ports, vault, openAccount, sync, emit })
  const inventory = createInventory({ store, ports })
  const rates = createRates({ store, ports, network })
  const months = createMonths({ store, ports, onClosed: () => reports.schedules.startDue() })
  const allocation = createAllocation({ store, ports, worked })
  const business = createBusiness({ store, ports })
  const views = createViews({ store, ports })
  const vat = createVat({ store, ports })
  const packages = createPackages({ store, ports })
  const reconciliation = createReconciliation({ store, ports })
  const acts = createActs({ store, ports })
  const payments = createPayments({ store, ports })

  const background = createBackground({
    ports,
    live: store.revision,
    isSyncing: (workspaceId) => isSyncing(store.read, workspaceId),
    announce: (workspaceId) => events.emit('data.changed', workspaceId),
  })
  const tableExport = createTableExport({ exports, scopeOf })
  const oneC = createOneC({ store, exports, scopeOf })
  const warmed = new Set<string>()

  /** Whoever opens the program is likely to ask for the inventory and the costs of a year next; a command says what it wants. */
  function readAhead(scope: Scope): void {
    const { workspaceId, today } = scope
    if (ports.host === 'cli' || warmed.has(workspaceId)) return
    warmed.add(workspaceId)
    warmIndex(scope)
    const year = { workspaceId, from: addMonths(firstOfMonth(today), -12), to: today }
    background.start(`ledger ${workspaceId}`, () => ledger.readAhead(year))
  }

  function scopeOf(session: Session): Scope {
    return scopeAt(session, ports.clock.nowMs())
  }

  function scopeAt(of: Pick<Scope, 'workspaceId' | 'currency' | 'timeZone'>, nowMs: number): Scope {
    const { workspaceId, currency, timeZone } = of
    const scope = {
      db: store.read,
      ledger,
      workspaceId,
      currency,
      timeZone,
      today: dayInZone(nowMs, timeZone),
      nowMs,
      revision: revisions.of(workspaceId),
      background,
    }
    readAhead(scope)
    return scope
  }

  const call = createDispatch({
    ports,
    handlers: createHandlers({
      ports,
      store,
      demo,
      people,
      access,
      settings,
      backups,
      vault,
      network,
      connections,
      sync,
      inventory,
      imports,
      exports,
      focusExport,
      tableExport,
      rates,
      months,
      allocation,
      worked,
      business,
      views,
      vat,
      packages,
      transfer,
      reconciliation,
      oneC,
      acts,
      payments,
      reports,
      mail,
      scopeOf,
    }),
    findSession: people.findSession,
    audit: audit.add,
    emit,
  })

  await sync.ready
  await reports.ready
  connections.resume()
  return {
    call,
    subscribe: (caller, listener) =>
      events.subscribe(() => people.findSession(caller)?.workspaceId ?? null, listener),
    startDue: () => {
      sync.startDue()
      imports.lookIntoFolders()
      reports.startDue()
    },
    close: async () => {
      rates.close()
      await reports.stopAll()
      await transfer.close()
      await imports.close()
      await exports.close()
      await sync.close()
      await connections.close()
      background.close()
      events.clear()
      store.close()
    },
  }
}
