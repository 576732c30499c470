import type { ReadableDb, Revision, WritableDb } from './db.ts'

export type BackupReason = 'manual' | 'beforeMigration' | 'beforeRestore'

export type BackupFile = { id: string; atMs: number; bytes: number; reason: BackupReason }

export type Verified = { kind: 'store' | 'backup'; name: string; isSound: boolean }

/**
 * `isLasting` false: one of many steps of which the last is lasting. A power cut may take the latest of them together,
 * in their order; nothing torn, nothing out of turn.
 */
export type TransactionOptions = { isLasting?: boolean }

/** The open store. One process holds it at a time; the rest of the program knows it by this shape. */
export type Store = {
  readonly read: ReadableDb
  readonly sqliteVersion: string
  /** Runs as one IMMEDIATE transaction; throws, and keeps nothing, when `work` throws. */
  transaction<T>(work: (db: WritableDb) => T, options?: TransactionOptions): T
  /** What has been committed until now. */
  revision(): Revision
  backup(reason: BackupReason): Promise<BackupFile>
  listBackups(): BackupFile[]
  /** The store itself comes first. */
  verify(): Verified[]
  /** Verifies the backup, keeps a copy of the present store, puts the backup in its place and opens it. */
  restore(id: string): Promise<void>
  fileBytes(): number
  close(): void
}
