import { desc, eq } from 'drizzle-orm'
import type { SyncService } from '#main/services/sync/sync.service.ts'
import { snapshots } from '#main/store/schema/inventory.ts'
import type { Store } from '#main/store/store.ts'

const session = {
  id: 's1',
  userId: 'u1',
  workspaceId: 'w1',
  role: 'owner',
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
} as const

/** One look at `c1` of `w1` from beginning to end, and how it ended. */
export async function syncEnded({ sync, store }: { sync: SyncService; store: Store }): Promise<string> {
  await sync.ready
  sync.start(session, { connectionIds: ['c1'], isDue: false }, 'terminal')
  await sync.whenIdle()
  const last = store.read
    .select({ status: snapshots.status })
    .from(snapshots)
    .where(eq(snapshots.connectionId, 'c1'))
    .orderBy(desc(snapshots.id))
    .get()
  return last?.status === 'done' || last?.status === 'partial' ? last.status : 'failed'
}
