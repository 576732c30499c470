import type { Session } from '#main/core/model/session.ts'
import { statusAtRest } from '#main/core/rules/connection-state.ts'
import { type ConnectionRow, findByAccount, findConnection } from '#main/queries/connection-rows.query.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { insertConnection, updateConnection } from '#main/store/repos/connections.repo.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { readFields } from './fields.ts'
import {
  assertNameFree,
  assertReadable,
  type ConnectionParts,
  descriptorOf,
  isFree,
  refuseDemo,
  secretsOf,
} from './parts.ts'

/**
 * Secrets go to the vault first and are taken out again when the store refuses: a connection never stands without
 * them, and nothing of them lies in the store. An archived connection of the same account comes back with its history,
 * and one that was known from files alone goes on with what they told.
 */
export async function addConnection(
  { store, ports, vault, checks }: ConnectionParts,
  session: Session,
  input: ParsedInput<'connections.add'>,
): Promise<CallOutput<'connections.add'>> {
  refuseDemo(session)
  const { workspaceId } = session
  const { provider, name, schedule } = input
  assertReadable(schedule)
  const fields = readFields(descriptorOf(provider).fields, input, null)
  await vault.assertOpen()
  const request = { workspaceId, id: null, provider, fields }
  const { account, secrets } = await checks.settle(request)
  const { accountRef } = account

  /** The connection of the same account that waits for somebody to connect it, when there is one. */
  function findPlace(db: ReadableDb): ConnectionRow | null {
    const known = findByAccount(db, workspaceId, { provider, accountRef })
    if (known && !isFree(known)) throw new AppError('connection.duplicate', { name: known.name })
    assertNameFree(db, session, name, known?.id ?? null)
    return known
  }

  const id = findPlace(store.read)?.id ?? ports.ids.next()
  await vault.keep(secretsOf(id), secrets)
  try {
    store.transaction((db) => {
      const known = findPlace(db)
      const nowMs = ports.clock.nowMs()
      const row = {
        name,
        source: 'api' as const,
        status: statusAtRest({ syncAtMs: known?.lastSyncAtMs ?? null, problem: null }),
        statusDetail: null,
        config: fields.settings,
        secretNames: Object.keys(secrets).sort(),
        schedule,
        // Its first run by schedule is a whole interval away: whoever adds a connection starts the first one by hand.
        scheduledAtMs: nowMs,
      }
      if (known) updateConnection(db, known.id, row)
      else insertConnection(db, { id, workspaceId, provider, accountRef, addedAtMs: nowMs, ...row })
    })
  } catch (error) {
    await takeBack(id)
    throw error
  }
  checks.forget(request)
  return { id }

  async function takeBack(keptFor: string): Promise<void> {
    const row = findConnection(store.read, workspaceId, keptFor)
    // Somebody else has brought the same account back meanwhile: the secrets are theirs now.
    if (row && !isFree(row)) return
    await vault.forget(secretsOf(keptFor)).catch((error: unknown) => {
      ports.log.write('warn', 'connection.secretsLeft', { id: keptFor, message: String(error) })
    })
  }
}
