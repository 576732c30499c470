import { and, asc, eq, sql } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { mappings, parcels, watchedFolders } from '#main/store/schema/ledger.ts'
import type { MappingSpec } from '#shared/contract/imports.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Scope } from './scope.ts'

type Place = Pick<Scope, 'db' | 'workspaceId'>

const readMappings = ({ db, workspaceId }: Place) =>
  db.select().from(mappings).where(eq(mappings.workspaceId, workspaceId)).orderBy(asc(mappings.id)).all()

export const listMappings = (scope: Scope): CallOutput<'imports.listMappings'> => ({
  items: readMappings(scope).map(({ id, name, header, spec, createdAtMs, usedAtMs }) => ({
    id,
    name,
    header: JSON.parse(header) as string[],
    spec: spec as MappingSpec,
    createdAtMs,
    usedAtMs,
  })),
})

/** For the reader: it knows a table again by its header. */
export const mappingsFor = (place: Place): { id: number; header: string; spec: MappingSpec }[] =>
  readMappings(place).map(({ id, header, spec }) => ({ id, header, spec: spec as MappingSpec }))

export function getFolder({ db, workspaceId }: Place): CallOutput<'imports.getFolder'> {
  const row = db.select().from(watchedFolders).where(eq(watchedFolders.workspaceId, workspaceId)).get()
  if (!row) return { path: null, isOn: false, lookedAtMs: null, problem: null }
  const { path, isOn, lookedAtMs, problem } = row
  return { path, isOn, lookedAtMs, problem }
}

export const listWatched = (db: ReadableDb) =>
  db.select().from(watchedFolders).where(eq(watchedFolders.isOn, true)).all()

/** Deliveries of the folder of which parts were missing. */
export const listLacking = (db: ReadableDb, workspaceId: string): { id: number; paths: string[] }[] =>
  db
    .select({ id: parcels.id, files: parcels.files })
    .from(parcels)
    .where(
      and(
        eq(parcels.workspaceId, workspaceId),
        eq(parcels.origin, 'folder'),
        eq(parcels.status, 'failed'),
        sql`json_extract(${parcels.problem}, '$.code') = 'import.manifestMissing'`,
      ),
    )
    .all()
    .map(({ id, files }) => ({ id, paths: files.map(({ path }) => path) }))
