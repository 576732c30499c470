import type { Ports } from '#main/ports/ports.ts'
import { findProvider, type ProviderDescriptor } from '#main/providers/registry.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import { startSnapshot } from '#main/store/repos/snapshots.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ProblemView } from '#shared/contract/connections.ts'
import type { EventName } from '#shared/contract/events.ts'
import type { Provider } from '#shared/contract/values.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { OpenAccount } from '../accounts/open-account.ts'
import { secretsOf } from '../connections/parts.ts'
import type { VaultService } from '../vault/vault.service.ts'
import { endBadly, endWell } from './end-run.ts'
import type { End, Job } from './queue.ts'
import { lookAtAccount } from './run.ts'

type Parts = {
  store: Store
  ports: Ports
  vault: VaultService
  openAccount: OpenAccount
  /** What an earlier start left unfinished is taken back first. */
  recovered: Promise<void>
  /** The registry, unless somebody brings providers of his own. */
  find?: (provider: Provider) => ProviderDescriptor | null
  emit(name: EventName, workspaceId: string | null): void
}

/** One job from its snapshot's first row to its last, whatever happens in between. */
export function createRunner(parts: Parts) {
  const { store, ports, vault, openAccount, recovered, emit, find = findProvider } = parts
  const { clock, log } = ports

  /** A store that was carried here may hold connections of a provider that this version does not know. */
  function descriptorOf(provider: Provider): ProviderDescriptor {
    const descriptor = find(provider)
    if (!descriptor) throw new AppError('input.invalid', { field: 'provider', problem: 'unknown' })
    return descriptor
  }

  async function open({ connection, controller }: Job) {
    const { id, provider, config, secretNames } = connection
    const name = secretsOf(id)
    let secrets = secretNames.length > 0 ? await vault.read(name) : {}
    if (secrets === null) throw new AppError('vault.secretMissing')
    return openAccount({
      provider,
      settings: config,
      secrets,
      signal: controller.signal,
      keepSecret: async (key, value) => {
        const { [key]: _, ...others } = secrets ?? {}
        secrets = value === null ? others : { ...others, [key]: value }
        if (value !== null) log.hide(value)
        await vault.keep(name, secrets)
      },
    })
  }

  async function run(job: Job): Promise<End> {
    const { connection, trigger, controller, progress } = job
    const { id: connectionId, workspaceId } = connection
    const startedAtMs = clock.nowMs()
    const snapshotId = store.transaction((db) => {
      if (connection.status === 'new' || connection.status === 'error')
        updateConnection(db, connectionId, { status: 'checking' })
      return startSnapshot(db, { workspaceId, connectionId, startedAtMs, trigger })
    })
    emit('connections.changed', workspaceId)
    const { signal } = controller
    const place = { store, ports, connection, snapshotId, startedAtMs, signal, progress }
    try {
      const descriptor = descriptorOf(connection.provider)
      const result = await lookAtAccount({ ...place, descriptor, open: () => open(job) })
      const status = await endWell(place, result, clock.nowMs())
      const durationMs = clock.nowMs() - startedAtMs
      log.write('info', 'sync.ended', { connectionId, snapshotId, status, durationMs, ...result.counts })
      return status
    } catch (thrown) {
      const problem = problemOf(signal.aborted ? signal.reason : thrown)
      const status = statusOf(problem)
      const stack = problem.code === 'internal' && thrown instanceof Error ? { stack: thrown.stack } : {}
      log.write('warn', 'sync.failed', { connectionId, snapshotId, code: problem.code, ...stack })
      await endBadly(place, { status, problem, finishedAtMs: clock.nowMs() })
      return status === 'failed' ? 'failed' : 'cancelled'
    }
  }

  return async (job: Job): Promise<End> => {
    const { workspaceId, id: connectionId } = job.connection
    try {
      await recovered
      return await run(job)
    } catch (error) {
      // The store itself refused: a full disk, a file that is gone. The next start takes back what was written.
      log.write('error', 'sync.crashed', { connectionId, message: String(error) })
      return 'failed'
    } finally {
      emit('connections.changed', workspaceId)
      emit('data.changed', workspaceId)
    }
  }
}

const problemOf = (thrown: unknown): ProblemView =>
  thrown instanceof AppError
    ? { code: thrown.code, details: thrown.details }
    : { code: 'internal', details: {} }

function statusOf({ code }: ProblemView): 'cancelled' | 'interrupted' | 'failed' {
  if (code === 'sync.cancelled') return 'cancelled'
  return code === 'sync.interrupted' ? 'interrupted' : 'failed'
}
