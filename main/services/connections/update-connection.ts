import type { Session } from '#main/core/model/session.ts'
import { statusAtRest } from '#main/core/rules/connection-state.ts'
import type { ConnectionRow } from '#main/queries/connection-rows.query.ts'
import { updateConnection as writeConnection } from '#main/store/repos/connections.repo.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { CheckedAccount, CheckRequest } from './account-checks.ts'
import { readFields } from './fields.ts'
import {
  assertNameFree,
  assertReadable,
  type ConnectionParts,
  descriptorOf,
  liveConnection,
  secretsOf,
} from './parts.ts'

type Input = ParsedInput<'connections.update'>
type Patch = Parameters<typeof writeConnection>[2]
type NewAccess = {
  request: CheckRequest
  secrets: CheckedAccount['secrets']
  before: CheckedAccount['secrets']
}

/** New fields are asked about first and take effect together, or not at all. */
export async function changeConnection(
  parts: ConnectionParts,
  session: Session,
  input: Input,
): Promise<Record<string, never>> {
  const { store, vault, checks, sync } = parts
  const row = liveConnection(store.read, session, input.id)
  if (row.source === 'files') assertNameAlone(row, input)
  if (input.name !== undefined) assertNameFree(store.read, session, input.name, row.id)
  if (input.schedule) assertReadable(input.schedule)
  const access = await askAnew(parts, session, row, input)
  if (access || input.isPaused) await sync.stop(row.id)
  if (access) await vault.keep(secretsOf(row.id), access.secrets)
  try {
    store.transaction((db) => {
      const current = liveConnection(db, session, row.id)
      if (input.name !== undefined) assertNameFree(db, session, input.name, row.id)
      const patch = patchOf(current, input, access, parts.ports.clock.nowMs())
      if (Object.keys(patch).length > 0) writeConnection(db, row.id, patch)
    })
  } catch (error) {
    if (access) await vault.keep(secretsOf(row.id), access.before)
    throw error
  }
  if (access) checks.forget(access.request)
  return {}
}

/** Of an account that only files tell of there is nothing else to change. */
function assertNameAlone({ name }: ConnectionRow, { settings, secrets, schedule, isPaused }: Input): void {
  if (settings || secrets || schedule || isPaused !== undefined)
    throw new AppError('connection.filesOnly', { name })
}

/** Null where the form says nothing new: then neither the provider nor the vault is needed. */
async function askAnew(
  { vault, checks }: ConnectionParts,
  session: Session,
  row: ConnectionRow,
  input: Input,
): Promise<NewAccess | null> {
  if (row.source === 'files') return null
  const given = { settings: input.settings ?? row.config, secrets: input.secrets ?? {} }
  const specs = descriptorOf(row.provider).fields
  if (!saysNew(given, row.config)) return null
  await vault.assertOpen()
  const before = (await vault.read(secretsOf(row.id))) ?? {}
  const fields = readFields(specs, given, { settings: row.config, secrets: before })
  const request = { workspaceId: session.workspaceId, id: row.id, provider: row.provider, fields }
  const { account, secrets } = await checks.settle(request)
  assertSameAccount(row, account.accountRef)
  return { request, secrets, before }
}

const saysNew = (given: { settings: Texts; secrets: Texts }, config: Texts): boolean =>
  Object.values(given.secrets).some((text) => text.trim() !== '') ||
  [...new Set([...Object.keys(given.settings), ...Object.keys(config)])].some(
    (name) => (given.settings[name] ?? '').trim() !== (config[name] ?? ''),
  )
type Texts = Readonly<Record<string, string>>

export function assertSameAccount({ accountRef }: ConnectionRow, found: string): void {
  if (found !== accountRef) throw new AppError('connection.otherAccount', { found, expected: accountRef })
}

function patchOf(row: ConnectionRow, input: Input, access: NewAccess | null, nowMs: number): Patch {
  const { name, schedule, isPaused = row.status === 'paused' } = input
  // What stopped the last synchronisation does not stop one with other keys.
  const problem = access ? null : row.statusDetail
  const isResumed = row.status === 'paused' && !isPaused
  const atRest = statusAtRest({ syncAtMs: row.lastSyncAtMs, problem })
  return {
    ...(name === undefined ? {} : { name }),
    ...(access
      ? {
          config: access.request.fields.settings,
          secretNames: Object.keys(access.secrets).sort(),
          statusDetail: null,
        }
      : {}),
    ...(isPaused ? { status: 'paused' } : access || isResumed ? { status: atRest } : {}),
    ...(schedule ? { schedule } : {}),
    // A new rhythm, or one taken up again, begins now: what was missed meanwhile was passed over on purpose.
    ...(schedule || isResumed ? { scheduledAtMs: nowMs } : {}),
  }
}
