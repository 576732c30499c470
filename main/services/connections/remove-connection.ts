import type { Session } from '#main/core/model/session.ts'
import { listWithLeftSecrets } from '#main/queries/connection-rows.query.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type ConnectionParts, ownConnection, refuseDemo, secretsOf } from './parts.ts'

/**
 * Out of the way first, so that nothing begins for it any more; then what runs is stopped, and only then its secrets go:
 * a run that is still alive might put them back.
 */
export async function removeConnection(
  parts: ConnectionParts,
  session: Session,
  { id, history }: ParsedInput<'connections.remove'>,
): Promise<Record<string, never>> {
  const { store, ports, vault, sync } = parts
  refuseDemo(session)
  if (ownConnection(store.read, session, id).secretNames.length > 0)
    await vault.assertOpen().catch(unlessLocked)
  store.transaction((db) => {
    ownConnection(db, session, id)
    updateConnection(db, id, { status: 'archived', statusDetail: null, schedule: { kind: 'manual' } })
  })
  await sync.stop(id)
  if (history === 'erase')
    store.transaction((db) =>
      updateConnection(db, id, {
        // The account can be connected again while the rows of this connection are still going.
        accountRef: `erased/${id}`,
        config: {},
        account: null,
        erasedAtMs: ports.clock.nowMs(),
      }),
    )
  await forgetLeftSecrets(parts)
  return {}
}

/** A vault that can be opened is opened first. One that is beyond help must not hold a connection for ever. */
function unlessLocked(error: unknown): void {
  if (!(error instanceof AppError) || error.code === 'vault.locked') throw error
}

/** Secrets of connections that are archived or being erased: also those that an earlier removal could not reach. */
export async function forgetLeftSecrets({
  store,
  ports,
  vault,
}: Pick<ConnectionParts, 'store' | 'ports' | 'vault'>): Promise<void> {
  for (const id of listWithLeftSecrets(store.read)) {
    try {
      await vault.forget(secretsOf(id))
      store.transaction((db) => updateConnection(db, id, { secretNames: [] }))
    } catch (error) {
      const outcome = error instanceof AppError ? error.code : String(error)
      ports.log.write('warn', 'connection.secretsLeft', { id, outcome })
    }
  }
}
