import { z } from 'zod'
import { command, query } from './call.ts'
import { nothing } from './values.ts'

const backupView = z.object({
  /** The file's name inside the backups folder. */
  id: z.string(),
  atMs: z.number(),
  bytes: z.number(),
  reason: z.enum(['manual', 'beforeMigration', 'beforeRestore']),
})
export type BackupView = z.infer<typeof backupView>

export const backups = {
  'backups.list': query({
    permission: 'store.manage',
    input: nothing,
    output: z.object({ folder: z.string(), items: z.array(backupView) }),
  }),
  'backups.add': command({
    permission: 'store.manage',
    input: nothing,
    output: backupView,
    causes: ['backups.changed'],
    reach: 'everyone',
  }),
  /** Reads the store and every backup through. */
  'backups.verify': command({
    permission: 'store.manage',
    input: nothing,
    output: z.object({
      items: z.array(z.object({ kind: z.enum(['store', 'backup']), name: z.string(), isSound: z.boolean() })),
    }),
  }),
  /** Puts a backup in the place of the store; what was there is backed up first. Everybody signs in again. */
  'backups.startRestore': command({
    permission: 'store.manage',
    input: z.object({ id: z.string().max(200) }).strict(),
    output: z.object({}),
    causes: ['data.changed', 'session.changed', 'settings.changed', 'backups.changed'],
    reach: 'everyone',
  }),
}
