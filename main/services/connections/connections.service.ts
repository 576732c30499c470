import type { Session } from '#main/core/model/session.ts'
import { toText } from '#main/core/money/money.ts'
import { previewRuns } from '#main/core/rules/schedule.ts'
import type { Ports } from '#main/ports/ports.ts'
import { listProviders } from '#main/providers/registry.ts'
import { findByAccount } from '#main/queries/connection-rows.query.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { Schedule } from '#shared/contract/connections.ts'
import type { EventName } from '#shared/contract/events.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { OpenAccount } from '../accounts/open-account.ts'
import type { SyncService } from '../sync/sync.service.ts'
import type { VaultService } from '../vault/vault.service.ts'
import { createAccountChecks } from './account-checks.ts'
import { addConnection } from './add-connection.ts'
import { createErasing } from './erasing.ts'
import { isUnchanged, readFields } from './fields.ts'
import {
  assertReadable,
  type ConnectionParts,
  descriptorOf,
  isFree,
  liveConnection,
  refuseDemo,
  secretsOf,
} from './parts.ts'
import { forgetLeftSecrets, removeConnection } from './remove-connection.ts'
import { assertSameAccount, changeConnection } from './update-connection.ts'

type Empty = Record<string, never>

export type ConnectionsService = {
  listProviders(): CallOutput<'connections.listProviders'>
  get(session: Session, id: string): CallOutput<'connections.get'>
  check(
    session: Session,
    input: ParsedInput<'connections.startCheck'>,
  ): Promise<CallOutput<'connections.startCheck'>>
  add(session: Session, input: ParsedInput<'connections.add'>): Promise<CallOutput<'connections.add'>>
  update(session: Session, input: ParsedInput<'connections.update'>): Promise<Empty>
  remove(session: Session, input: ParsedInput<'connections.remove'>): Promise<Empty>
  listRuns(session: Session, schedule: Schedule): CallOutput<'connections.listRuns'>
  /** Goes on with what an earlier start has not finished: secrets to forget, rows to erase. */
  resume(): void
  /** Resolves when nothing is being erased. */
  whenIdle(): Promise<void>
  close(): Promise<void>
}

type Parts = {
  store: Store
  ports: Ports
  vault: VaultService
  openAccount: OpenAccount
  sync: Pick<SyncService, 'stop'>
  emit(name: EventName, workspaceId: string | null): void
  /** How long a provider may take to say whose account it is. */
  checkTimeoutMs?: number
}

const RUNS_SHOWN = 5

export function createConnections(given: Parts): ConnectionsService {
  const { store, ports, vault, openAccount, sync, emit, checkTimeoutMs } = given
  const checks = createAccountChecks({ ports, openAccount, timeoutMs: checkTimeoutMs })
  const parts: ConnectionParts = { store, ports, vault, checks, sync }
  const erasing = createErasing({
    store,
    ports,
    onErased: (workspaceId) => {
      emit('connections.changed', workspaceId)
      emit('data.changed', workspaceId)
    },
  })

  return {
    listProviders: () => ({
      items: listProviders().map(({ provider, costs, billingZone, fields, help }) => ({
        provider,
        costs,
        billingZone,
        fields: [...fields],
        where: help.where,
        rights: [...help.rights],
      })),
    }),

    get(session, id) {
      const row = liveConnection(store.read, session, id)
      const kept = new Set(row.secretNames)
      const fields = row.source === 'files' ? [] : descriptorOf(row.provider).fields
      const secrets = fields.filter(({ kind }) => kind === 'secret')
      return {
        id: row.id,
        provider: row.provider,
        name: row.name,
        accountRef: row.accountRef,
        settings: row.config,
        kept: secrets.map(({ name }) => name).filter((name) => kept.has(name)),
        schedule: row.schedule,
        isPaused: row.status === 'paused',
      }
    },

    async check(session, { id, provider, ...form }) {
      refuseDemo(session)
      const { workspaceId } = session
      const specs = descriptorOf(provider).fields
      const row = id === undefined ? null : liveConnection(store.read, session, id)
      if (row && row.provider !== provider)
        throw new AppError('input.invalid', { field: 'provider', problem: 'other' })
      const before = row && { settings: row.config, secrets: (await vault.read(secretsOf(row.id))) ?? {} }
      const fields = readFields(specs, form, before)
      const { account, secrets } = await checks.ask({ workspaceId, id: row?.id ?? null, provider, fields })
      if (row) assertSameAccount(row, account.accountRef)
      // A token renewed for the very fields that are kept belongs to them: the old one may be worth nothing now.
      if (row && before && isUnchanged(fields, before) && !isUnchanged({ ...fields, secrets }, before)) {
        await vault.keep(secretsOf(row.id), secrets)
        const secretNames = Object.keys(secrets).sort()
        store.transaction((db) => updateConnection(db, row.id, { secretNames }))
      }
      const known = findByAccount(store.read, workspaceId, { provider, accountRef: account.accountRef })
      return {
        accountRef: account.accountRef,
        accountName: account.accountName,
        balance: account.balance && toText(account.balance),
        rights: [...account.rights],
        known:
          known && known.id !== row?.id
            ? { id: known.id, name: known.name, isArchived: isFree(known) }
            : null,
      }
    },

    add: (session, input) => addConnection(parts, session, input),
    update: (session, input) => changeConnection(parts, session, input),
    async remove(session, input) {
      await removeConnection(parts, session, input)
      erasing.start()
      return {}
    },

    listRuns(session, schedule) {
      assertReadable(schedule)
      const since = { sinceMs: ports.clock.nowMs(), timeZone: session.timeZone }
      return { runs: previewRuns(schedule, since, RUNS_SHOWN) }
    },

    resume() {
      void forgetLeftSecrets(parts)
      erasing.start()
    },
    whenIdle: erasing.whenIdle,
    close: erasing.close,
  }
}
