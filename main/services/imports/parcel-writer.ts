import type { FromReader, ReadEnd } from '#main/importers/protocol.ts'
import { connectionForFile } from '#main/store/repos/file-accounts.repo.ts'
import { createSegmentWriter } from '#main/store/repos/segment-writer.ts'
import type { Store } from '#main/store/store.ts'
import type { Provider } from '#shared/contract/values.ts'
import { inSteps } from './slices.ts'

type Parts = {
  store: Store
  signal: AbortSignal
  workspaceId: string
  parcelId: number
  ids: { next(): string }
  nowMs: number
}

type Read = Extract<ReadEnd, { status: 'read' }>

/** So many keys at once: a few milliseconds. */
const KEYS_AT_ONCE = 1000
const ROWS_AT_ONCE = 100

/** Puts what a reader tells into the store, slice by slice. Nothing of it counts before the parcel is committed. */
export function createParcelWriter({ store, signal, workspaceId, parcelId, ids, nowMs }: Parts) {
  const connectionIds: string[] = []
  const connectionOf = (account: number): string => {
    const id = connectionIds[account]
    if (id === undefined) throw new Error('an account that was not told of')
    return id
  }
  const writer = store.transaction((db) => createSegmentWriter(db, { workspaceId, parcelId, connectionOf }))

  return {
    /** Resolves when it is written. */
    async put(message: FromReader): Promise<void> {
      if (message.kind === 'accounts')
        store.transaction((db) => {
          for (const [at, { provider, ...account }] of message.accounts.entries()) {
            const of = { ...account, provider: provider as Provider }
            connectionIds[message.first + at] = connectionForFile(db, workspaceId, of, ids, nowMs)
          }
        })
      if (message.kind === 'keys') {
        const { first, keys } = message
        await inSteps(
          store,
          () => inParts(keys, KEYS_AT_ONCE, (part, at) => writer.keys(first + at, part)),
          signal,
        )
      }
      if (message.kind === 'details') store.transaction(() => writer.details(message.first, message.entries))
      if (message.kind === 'segment') await inSteps(store, () => writer.segmentSteps(message.segment), signal)
      if (message.kind === 'rejected')
        await inSteps(store, () => inParts(message.rows, ROWS_AT_ONCE, writer.rejected), signal)
    },

    days: ({ days }: Read): Promise<void> =>
      inSteps(store, () => inParts(days, ROWS_AT_ONCE, writer.days), signal),
  }
}

function* inParts<T>(
  items: readonly T[],
  size: number,
  write: (part: readonly T[], at: number) => void,
): Generator<void> {
  for (let at = 0; at < items.length; at += size) {
    write(items.slice(at, at + size), at)
    yield
  }
}
