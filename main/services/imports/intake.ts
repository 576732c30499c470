import { groupDeliveries } from '#main/importers/manifest/group-deliveries.ts'
import type { GivenFile } from '#main/ports/inbox.ts'
import { addParcel, type ParcelRow } from '#main/store/repos/parcels.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ProblemView } from '#shared/contract/connections.ts'
import type { ImportOrigin } from '#shared/contract/imports.ts'
import { sizeNow } from './files.ts'

type Whose = { workspaceId: string; userId: string | null; origin: ImportOrigin; atMs: number }

/** One parcel for a file, or for the parts and the manifest of one delivery. */
export async function takeIn(store: Store, files: readonly GivenFile[], whose: Whose): Promise<number[]> {
  const deliveries = await groupDeliveries(files)
  return store.transaction((db) =>
    deliveries.map((delivery) => addParcel(db, rowOf(delivery, whose, 'waiting', null))),
  )
}

/** What cannot even be opened is shown in the list all the same, with the reason. */
export const takeRefused = (store: Store, file: GivenFile, whose: Whose, problem: ProblemView): number =>
  store.transaction((db) => addParcel(db, rowOf([file], whose, 'failed', problem)))

function rowOf(
  delivery: readonly GivenFile[],
  { workspaceId, userId, origin, atMs }: Whose,
  status: ParcelRow['status'],
  problem: ProblemView | null,
): Parameters<typeof addParcel>[1] {
  const files = delivery.map((file) => ({
    path: file.path,
    name: file.name,
    isOurs: file.isOurs,
    bytes: sizeNow(file.path, 0),
  }))
  return {
    workspaceId,
    status,
    origin,
    fileName: files[0]?.name ?? '',
    files,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    problem: problem as ParcelRow['problem'],
    userId,
    createdAtMs: atMs,
  }
}
