import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { ResourceType } from '#shared/contract/resources.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { WritableDb } from '../db.ts'
import { connections } from '../schema/inventory.ts'
import { unrecognised } from '../schema/judgements.ts'
import type { Judge } from './own-resources.ts'

type Patch = Partial<Pick<typeof unrecognised.$inferInsert, 'note' | 'resolvedBy' | 'resolvedAtMs'>>

export function updateUnrecognised(db: WritableDb, id: number, patch: Patch): void {
  if (Object.keys(patch).length > 0) db.update(unrecognised).set(patch).where(eq(unrecognised.id, id)).run()
}

export type Kind = { provider: Provider; kind: string }

/** Whatever has this kind is of that type now. Who resolved what was resolved before stays. */
export function resolveKind(db: WritableDb, by: Judge, of: Kind, type: ResourceType): void {
  const ours = ofKind(by.workspaceId, of)
  db.update(unrecognised)
    .set({ resolvedBy: by.userId, resolvedAtMs: by.atMs })
    .where(and(ours, isNull(unrecognised.resolvedAtMs)))
    .run()
  db.update(unrecognised).set({ type }).where(ours).run()
}

/** What a rule had settled is open again. */
export function reopenKind(db: WritableDb, workspaceId: string, of: Kind): void {
  db.update(unrecognised)
    .set({ type: null, resolvedBy: null, resolvedAtMs: null })
    .where(ofKind(workspaceId, of))
    .run()
}

const ofKind = (workspaceId: string, { provider, kind }: Kind): SQL | undefined =>
  and(
    eq(unrecognised.kind, kind),
    sql`${unrecognised.connectionId} in (select ${connections.id} from ${connections}
      where ${connections.workspaceId} = ${workspaceId} and ${connections.provider} = ${provider})`,
  )
