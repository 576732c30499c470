import type { DemoFigures } from '#main/core/demo/generator.ts'
import type { WritableDb } from '#main/store/db.ts'
import { putFilter } from '#main/store/repos/filters.repo.ts'
import { type Judgements, listTypeRules, writeJudgements } from '#main/store/repos/judgements.repo.ts'
import { listOfKind, retypeResource } from '#main/store/repos/retype.repo.ts'
import { resolveKind } from '#main/store/repos/unrecognised.repo.ts'
import { idFor } from './ids.ts'

/** What the demo person has said of resources and the filters that they have named, as on the first day. */
export function writeFirstJudgements(
  db: WritableDb,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  { judgements }: DemoFigures,
): void {
  const said = <T extends { connection: string; externalId: string; atMs: number }>({
    connection,
    ...one
  }: T) => ({
    ...one,
    connectionId: idFor(workspaceId, connection),
    userId,
  })
  writeJudgements(db, {
    notes: judgements.notes.map(said),
    overrides: judgements.overrides.map(said),
    tags: judgements.tags.map(said),
    entries: [],
  })
  for (const { key, ...filter } of judgements.filters)
    putFilter(db, { id: idFor(workspaceId, `filter-${key}`), workspaceId, userId, ...filter })
}

/** What people said before the figures were made anew holds for the new ones, and so does what they taught. */
export function keepJudgements(db: WritableDb, workspaceId: string, kept: Judgements): void {
  writeJudgements(db, kept)
  for (const { provider, kind, type, userId, atMs } of listTypeRules(db, workspaceId)) {
    resolveKind(db, { workspaceId, userId, atMs }, { provider, kind }, type)
    for (const id of listOfKind(db, workspaceId, { provider, kind }, { afterId: 0, limit: -1 }))
      retypeResource(db, id, { type, isRecognised: true })
  }
}
