import type { Session } from '#main/core/model/session.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type ConnectionParts, ownConnection, refuseDemo, secretsOf } from './parts.ts'

const GONE: Parameters<typeof updateConnection>[2] = {
  status: 'archived',
  statusDetail: null,
  secretNames: [],
  schedule: { kind: 'manual' },
}

/** Either way the secrets go, and first: a connection whose removal fails afterwards can be removed again. */
export async function removeConnection(
  { store, ports, vault, sync }: ConnectionParts,
  session: Session,
  { id, history }: ParsedInput<'connections.remove'>,
): Promise<Record<string, never>> {
  refuseDemo(session)
  const { secretNames } = ownConnection(store.read, session, id)
  await sync.stop(id)
  if (secretNames.length > 0) await forgetSecrets()
  store.transaction((db) => {
    ownConnection(db, session, id)
    if (history === 'keep') updateConnection(db, id, GONE)
    else
      updateConnection(db, id, {
        ...GONE,
        // The account can be connected again while the rows of this connection are still going.
        accountRef: `erased/${id}`,
        config: {},
        account: null,
        erasedAtMs: ports.clock.nowMs(),
      })
  })
  return {}

  async function forgetSecrets(): Promise<void> {
    try {
      await vault.forget(secretsOf(id))
    } catch (error) {
      // A vault that can be opened is opened first. One that is beyond help must not hold the connection for ever.
      if (!(error instanceof AppError) || error.code === 'vault.locked') throw error
      ports.log.write('warn', 'connection.secretsLeft', { id, outcome: error.code })
    }
  }
}
