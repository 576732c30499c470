import type { ResourceState } from '#main/core/model/resource.ts'
import type { Assembly, Found } from '#main/core/sync/look.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { createExtrasWriter } from '#main/store/repos/resource-extras.ts'
import { readState } from '#main/store/repos/resource-row.ts'
import { createResourceWriter, type KnownResource } from '#main/store/repos/resource-writer.ts'
import { readKnown } from '#main/store/repos/resources.repo.ts'
import type { UndoWriter } from '#main/store/repos/undo-writer.ts'
import type { Store } from '#main/store/store.ts'
import { linkKeys } from './link-keys.ts'
import { inSlices, untilDone } from './pump.ts'
import type { RawShelf } from './raw-shelf.ts'

type Parts = {
  store: Store
  signal: AbortSignal
  workspaceId: string
  connectionId: string
  snapshotId: number
  atMs: number
  undo: UndoWriter
}

export type Known = ReadonlyMap<string, KnownResource>
export type Counts = { found: number; created: number; updated: number; gone: number; unchanged: number }

const KNOWN_AT_ONCE = 3_000

/** Everything that the store has of the connection, read so that nobody waits. */
export async function loadKnown({ store, connectionId, signal }: Parts): Promise<Known> {
  const known = new Map<string, KnownResource>()
  let afterId = 0
  await untilDone(() => {
    const page = readKnown(store.read, connectionId, { afterId, limit: KNOWN_AT_ONCE })
    for (const [externalId, resource] of page) known.set(externalId, resource)
    afterId = page.at(-1)?.[1].id ?? afterId
    return page.length === KNOWN_AT_ONCE
  }, signal)
  return known
}

type Told = {
  known: Known
  raws: RawShelf
  onWritten(done: number, total: number): void
  /** Whether what is no longer told of is gone: the part of the account that listed it has answered. */
  isSettled(resource: KnownResource): boolean
}

/** Brings the inventory to what was found; what nobody asked about stays as it is. */
export async function writeInventory(
  parts: Parts,
  { found, held }: Assembly,
  past: readonly Found[],
  { known, raws, onWritten, isSettled }: Told,
): Promise<Counts> {
  const { store, signal } = parts
  const writer = store.transaction((db) => createResourceWriter(db, parts))
  const extras = store.transaction((db) => createExtrasWriter(db, parts))
  const counts: Counts = { found: found.length, created: 0, updated: 0, gone: 0, unchanged: 0 }
  const present = new Set<string>()
  const partOf = new Map<string, string>()
  let isMoved = false

  await inSlices(store, [...found, ...past], signal, (db, one) => {
    const { externalId } = one.state
    const before = known.get(externalId)
    const { state, scope } = before ? withKept(one, before, db) : one
    const { id, result } = writer.put(state, before, scope)
    counts[result] += 1
    present.add(externalId)
    for (const alias of one.aliases) partOf.set(alias, externalId)
    if (result !== 'unchanged') {
      for (const { name, of, ref } of one.sources) {
        const text = raws.get(of, ref)
        if (text !== null) extras.record(id, name, text, result === 'created')
      }
      const isWhole = one.keeps === 'nothing' || one.keeps === 'price'
      if (isWhole && extras.aliases(id, one.aliases, result === 'created')) isMoved = true
    }
    onWritten(present.size, found.length)
  })

  const gone = [...known].filter(
    ([externalId, resource]) =>
      resource.goneAtMs === null &&
      !present.has(externalId) &&
      !held.has(externalId) &&
      (partOf.has(externalId) || isSettled(resource)),
  )
  await inSlices(store, gone, signal, (_, [externalId, resource]) => {
    writer.markGone(resource, partOf.get(externalId) ?? null)
    counts.gone += 1
  })
  if (isMoved || counts.created > 0) await linkKeys(store, parts.connectionId, signal)
  return counts
}

/** Volumes of the past belong to a server that is there: the bill's lines find it through their number. */
export async function writeAliases(
  parts: Parts,
  aliases: readonly { ref: string; id: number }[],
): Promise<void> {
  if (aliases.length === 0) return
  const extras = parts.store.transaction((db) => createExtrasWriter(db, parts))
  await inSlices(parts.store, aliases, parts.signal, (_, { ref, id }) => {
    extras.addAlias(id, ref)
  })
}

/** What could not be asked this time stays as it was last seen. */
function withKept(
  { state, scope, keeps }: Found,
  known: KnownResource,
  db: ReadableDb,
): { state: ResourceState; scope: string | null } {
  if (keeps === 'nothing') return { state, scope }
  const { scope: scopeBefore, ...before } = readState(db, known.id)
  if (keeps === 'price') {
    // The bill tells places too that an inventory may leave out.
    const { price, region, zone, project } = before
    const place = {
      region: state.region ?? region,
      zone: state.zone ?? zone,
      project: state.project ?? project,
    }
    return { state: { ...state, ...place, price }, scope }
  }
  if (keeps === 'attributes')
    return { state: { ...state, attributes: { ...before.attributes, ...state.attributes } }, scope }
  if (known.goneAtMs !== null) return { state, scope: scopeBefore ?? scope }
  return { state: { ...before, price: state.price ?? before.price }, scope: scopeBefore ?? scope }
}
