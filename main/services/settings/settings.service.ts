import { isIdle } from '#main/core/rules/idle.ts'
import type { Ports } from '#main/ports/ports.ts'
import { isNameTaken, listSessionsOf } from '#main/queries/people.query.ts'
import { readSettings } from '#main/queries/settings.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { updateSession, updateWorkspace } from '#main/store/repos/people.repo.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { SettingsView } from '#shared/contract/settings.ts'
import { AppError } from '#shared/errors/app-error.ts'

export type SettingsService = ReturnType<typeof createSettings>

export function createSettings({ store, ports }: { store: Store; ports: Ports }) {
  /** A session that has locked under the old limit stays locked under a longer one. */
  function lockIdle(db: WritableDb, userId: string, idleMinutes: number): void {
    const nowMs = ports.clock.nowMs()
    for (const session of listSessionsOf(db, userId))
      if (session.lockedAtMs === null && isIdle(session.lastActiveAtMs, idleMinutes, nowMs))
        updateSession(db, session.id, { lockedAtMs: nowMs })
  }

  return {
    get: (userId: string): SettingsView => readSettings(store.read, userId),

    update(userId: string, patch: ParsedInput<'settings.update'>): SettingsView {
      return store.transaction((db) => {
        if (patch.idleMinutes !== undefined) lockIdle(db, userId, readSettings(db, userId).idleMinutes)
        for (const [key, value] of Object.entries(patch))
          if (value !== undefined) putSetting(db, { scope: 'user', ownerId: userId, key, value })
        return readSettings(db, userId)
      })
    },

    updateWorkspace(
      workspaceId: string,
      patch: ParsedInput<'settings.updateWorkspace'>,
    ): Record<string, never> {
      const { name } = patch
      store.transaction((db) => {
        if (name !== undefined && isNameTaken(db, name, workspaceId))
          throw new AppError('workspace.nameTaken', { name })
        if (Object.keys(patch).length > 0) updateWorkspace(db, workspaceId, patch)
      })
      return {}
    },
  }
}
