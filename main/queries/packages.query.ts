import { and, desc, eq } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { loadedPackages, trustedKeys } from '#main/store/schema/access.ts'
import { users, workspaces } from '#main/store/schema/people.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { PackageKind, PackageView } from '#shared/contract/packages.ts'

/** All that was ever carried in, the latest first, and whom this installation believes. */
export function listPackages(db: ReadableDb): CallOutput<'packages.list'> {
  const seen = new Set<string>()
  const items = rowsOf(db).map((row): PackageView => {
    const series = `${row.kind} ${row.name}`
    const isCurrent = !seen.has(series)
    seen.add(series)
    return viewOf(row, isCurrent)
  })
  return { items, keys: listTrusted(db).map(({ publicKey: _, ...view }) => view) }
}

function rowsOf(db: ReadableDb) {
  return db
    .select({ package: loadedPackages, byName: users.name })
    .from(loadedPackages)
    .leftJoin(users, eq(users.id, loadedPackages.userId))
    .orderBy(desc(loadedPackages.madeAtMs), desc(loadedPackages.loadedAtMs), desc(loadedPackages.id))
    .all()
    .map(({ package: row, byName }) => ({ ...row, byName }))
}

function viewOf(row: ReturnType<typeof rowsOf>[number], isCurrent: boolean): PackageView {
  const { content, userId: _, ...view } = row
  const release = row.kind === 'updates' ? (content as PackageView['release']) : null
  return {
    ...view,
    isCurrent,
    release: release ? { notes: release.notes, files: release.files } : null,
  }
}

/** The latest of its kind and name that is here. */
export const findLatest = (db: ReadableDb, { kind, name }: { kind: PackageKind; name: string }) =>
  db
    .select({ id: loadedPackages.id, version: loadedPackages.version, madeAtMs: loadedPackages.madeAtMs })
    .from(loadedPackages)
    .where(and(eq(loadedPackages.kind, kind), eq(loadedPackages.name, name)))
    .orderBy(desc(loadedPackages.madeAtMs), desc(loadedPackages.loadedAtMs))
    .limit(1)
    .get() ?? null

export const listTrusted = (db: ReadableDb) =>
  db
    .select({
      id: trustedKeys.id,
      name: trustedKeys.name,
      publicKey: trustedKeys.publicKey,
      fingerprint: trustedKeys.fingerprint,
      addedAtMs: trustedKeys.addedAtMs,
      byName: users.name,
    })
    .from(trustedKeys)
    .leftJoin(users, eq(users.id, trustedKeys.userId))
    .orderBy(trustedKeys.name, trustedKeys.addedAtMs)
    .all()

export const listRealWorkspaces = (db: ReadableDb): string[] =>
  db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.kind, 'real'))
    .all()
    .map(({ id }) => id)
