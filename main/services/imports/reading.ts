import type { FromReader, ReadEnd, ReadTask } from '#main/importers/protocol.ts'
import type { Ports } from '#main/ports/ports.ts'
import { mappingsFor } from '#main/queries/imports-settings.query.ts'
import type { ParcelRow } from '#main/store/repos/parcels.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ImportSource, ReadingView } from '#shared/contract/imports.ts'
import type { Day } from '#shared/lib/day.ts'
import { assertRoom, assertUnchanged, stateOf } from './files.ts'
import { createParcelWriter } from './parcel-writer.ts'
import type { Job } from './queue.ts'

/** The reader, in a thread of its own. What it tells is acknowledged when the promise resolves. */
export type StartReading = (
  task: ReadTask,
  onMessage: (message: FromReader) => Promise<void>,
) => { ended: Promise<ReadEnd>; cancel(): void }

type Parts = {
  store: Store
  ports: Pick<Ports, 'clock' | 'ids' | 'paths'>
  startReading: StartReading
  job: Job
  parcel: ParcelRow
  today: Day
}

export type Reading = { end: ReadEnd; view: ReadingView | null; source: ImportSource | null }

/** Reads a parcel's files into the store. Whoever calls decides what the end means; what was written may be half. */
export async function readParcel(parts: Parts): Promise<Reading> {
  const { store, ports, startReading, job, parcel, today } = parts
  const { id: parcelId, workspaceId, files } = parcel
  const { signal } = job.controller
  const before = stateOf(files)
  await assertRoom(ports.paths.dataFolder, files)
  signal.throwIfAborted()
  const nowMs = ports.clock.nowMs()
  const writer = createParcelWriter({ store, signal, workspaceId, parcelId, ids: ports.ids, nowMs })
  const reading: Omit<Reading, 'end'> = { view: null, source: null }
  const task: ReadTask = {
    files: files.map(({ path, name }) => ({ path, name })),
    answers: parcel.reading?.answers ?? {},
    mappings: mappingsFor({ db: store.read, workspaceId }),
    today,
  }
  const { ended, cancel } = startReading(task, async (message) => {
    signal.throwIfAborted()
    if (message.kind === 'recognised')
      Object.assign(reading, { view: message.reading, source: message.source })
    else if (message.kind === 'progress') job.progress.set(message)
    else await writer.put(message)
  })
  const stop = (): void => cancel()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const end = await ended
    signal.throwIfAborted()
    assertUnchanged(files, before)
    if (end.status === 'read') await writer.days(end)
    if (end.status === 'asking') reading.view = end.reading
    return { end, ...reading }
  } finally {
    signal.removeEventListener('abort', stop)
    cancel()
  }
}
