import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import { parcels, quarantine } from '#main/store/schema/ledger.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Scope } from './scope.ts'

/** Rows that could not be kept: of one import in the order of its file, else the latest import first. */
export function listRejected(
  { db, workspaceId }: Scope,
  { id, offset, limit }: ParsedInput<'imports.listRejected'>,
): CallOutput<'imports.listRejected'> {
  if (id !== undefined) assertOwn({ db, workspaceId }, id)
  const wanted = and(eq(parcels.workspaceId, workspaceId), id === undefined ? undefined : eq(parcels.id, id))
  const items = db
    .select({
      id: quarantine.id,
      importId: quarantine.parcelId,
      fileName: sql<string>`coalesce(
        json_extract(${parcels.files}, '$[' || ${quarantine.fileIndex} || '].name'), ${parcels.fileName})`,
      line: quarantine.line,
      text: quarantine.text,
      reason: quarantine.reason,
      column: quarantine.column,
      value: quarantine.value,
    })
    .from(quarantine)
    .innerJoin(parcels, eq(parcels.id, quarantine.parcelId))
    .where(wanted)
    .orderBy(desc(quarantine.parcelId), asc(quarantine.id))
    .limit(limit)
    .offset(offset)
    .all()
  return { items, total: countRejected({ db, workspaceId }, id) }
}

const countRejected = ({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, id?: number): number =>
  db
    .select({ n: count() })
    .from(quarantine)
    .innerJoin(parcels, eq(parcels.id, quarantine.parcelId))
    .where(and(eq(parcels.workspaceId, workspaceId), id === undefined ? undefined : eq(parcels.id, id)))
    .get()?.n ?? 0

function assertOwn({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, id: number): void {
  const row = db
    .select({ id: parcels.id })
    .from(parcels)
    .where(and(eq(parcels.id, id), eq(parcels.workspaceId, workspaceId)))
    .get()
  if (!row) throw new AppError('import.notFound')
}
