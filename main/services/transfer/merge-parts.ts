import type { DaySum, FromReader } from '#main/importers/protocol.ts'
import { Collector } from '#main/importers/sink/collector.ts'
import type { Ports } from '#main/ports/ports.ts'
import { connectionForFile } from '#main/store/repos/file-accounts.repo.ts'
import { addParcel, updateParcel } from '#main/store/repos/parcels.repo.ts'
import type { Store } from '#main/store/store.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Day, dayInZone, daysOf } from '#shared/lib/day.ts'
import { createParcelWriter } from '../imports/parcel-writer.ts'
import { removeParcel } from '../imports/slices.ts'
import { type PartSeen, readParcel } from './read-parcel.ts'
import type { ParcelRecord, PartRecord } from './records.ts'
import type { Unsealed } from './unseal.ts'

type Account = ParcelRecord['accounts'][number]

export type WrittenPart = { account: Account; part: PartSeen; parcelId: number; connectionId: string }

type Parts = {
  store: Store
  ports: Pick<Ports, 'clock' | 'ids'>
  signal: AbortSignal
  workspaceId: string
  userId: string
  fileName: string
  isWanted(part: PartRecord): boolean
}

/**
 * Puts the wanted months of a parcel into the store as imports that nobody has committed yet: one for each month of an
 * account, so that each can be taken back by itself. Whatever fails, all of it is taken out again.
 */
export async function writeParts(unsealed: Unsealed, of: Parts): Promise<WrittenPart[]> {
  const written: WrittenPart[] = []
  const started: number[] = []
  let accounts: ParcelRecord['accounts'] = []
  let open: ReturnType<typeof openPart> | null = null
  try {
    await readParcel(unsealed, of.signal, {
      parcel: (record) => {
        accounts = record.accounts
      },
      begin(part) {
        const account = accounts[part.account]
        if (!account || !of.isWanted(part)) return
        open = openPart(of, account, part)
        started.push(open.parcelId)
      },
      line: (line, sourceLine) => open?.line(line, sourceLine),
      breathe: async () => open?.flush(),
      async end(part) {
        if (!open) return
        written.push(await open.end(part))
        open = null
      },
    })
    return written
  } catch (error) {
    await dropParts(of.store, started)
    throw error
  }
}

export async function dropParts(store: Store, parcelIds: readonly number[]): Promise<void> {
  for (const id of parcelIds) await removeParcel(store, id)
}

function openPart(
  { store, ports, signal, workspaceId, userId, fileName }: Parts,
  account: Account,
  of: PartRecord,
) {
  const nowMs = ports.clock.nowMs()
  const parcelId = store.transaction((db) =>
    addParcel(db, {
      workspaceId,
      status: 'reading',
      origin: 'parcel',
      fileName: `${fileName} · ${account.name} · ${of.month}`,
      // Nothing to read again: a merge that was broken off is done anew with the parcel itself.
      files: [{ path: '', name: fileName, bytes: 0, isOurs: false }],
      bytes: 0,
      userId,
      createdAtMs: nowMs,
    }),
  )
  const writer = createParcelWriter({ store, signal, workspaceId, parcelId, ids: ports.ids, nowMs })
  const connectionId = store.transaction((db) =>
    connectionForFile(db, workspaceId, fileAccount(account), ports.ids, nowMs),
  )
  let waiting: FromReader[] = []
  const sink = new Collector({
    today: dayInZone(nowMs, 'UTC'),
    dropsRepeats: false,
    post: (message) => waiting.push(message),
  })

  async function flush(): Promise<void> {
    const messages = waiting
    waiting = []
    for (const message of messages) await writer.put(ofAccount(message, account))
  }

  return {
    parcelId,
    line: (line: Parameters<Collector['line']>[0], sourceLine: number): void =>
      sink.line(line, { fileIndex: 0, line: sourceLine }, () => JSON.stringify(line)),
    flush,
    async end(part: PartSeen): Promise<WrittenPart> {
      const { days, rowsIn, rowsKept, rowsRejected, summary } = sink.finish()
      // What another program's store has taken, this one's may refuse: then none of it counts.
      if (rowsKept !== part.lines || rowsRejected > 0) throw new AppError('transfer.damaged')
      if (days.some(({ day }) => !day.startsWith(part.month))) throw new AppError('transfer.damaged')
      await flush()
      const all = wholeMonth(days, part)
      await writer.days({ days: all, rowsIn, rowsKept, rowsRejected, summary, sha256: '', status: 'read' })
      store.transaction((db) =>
        updateParcel(db, parcelId, {
          status: 'ready',
          sha256: part.sha256,
          rowsIn,
          rowsKept,
          rowsRejected,
          summary,
          readAtMs: nowMs,
        }),
      )
      return { account, part, parcelId, connectionId }
    },
  }
}

const fileAccount = ({ provider, accountRef, name }: Account) => ({
  provider,
  accountRef,
  accountName: name.trim() || null,
})

/** However many accounts its lines name, a part belongs to the one that the sender keeps them under. */
const ofAccount = (message: FromReader, account: Account): FromReader =>
  message.kind === 'accounts'
    ? { ...message, accounts: message.accounts.map(() => fileAccount(account)) }
    : message

/** The sender's month as a whole: a day of it without lines is one on which nothing was charged. */
function wholeMonth(days: readonly DaySum[], { month, until }: PartSeen): DaySum[] {
  const sums = new Map<string, DaySum>()
  for (const day of days) {
    const id = `${day.day} ${day.currency}`
    const known = sums.get(id)
    sums.set(id, known ? added(known, day) : { ...day, account: 0 })
  }
  const currency = days[0]?.currency ?? 'RUB'
  const there = new Set(days.map(({ day }) => day))
  const empty = { lines: 0, billed: 0n, effective: 0n, list: 0n, contracted: 0n }
  for (const day of daysOf(`${month}-01` as Day, until))
    if (!there.has(day)) sums.set(day, { account: 0, day, currency, ...empty })
  return [...sums.values()]
}

const added = (one: DaySum, other: DaySum): DaySum => ({
  ...one,
  lines: one.lines + other.lines,
  billed: one.billed + other.billed,
  effective: one.effective + other.effective,
  list: one.list + other.list,
  contracted: one.contracted + other.contracted,
})
