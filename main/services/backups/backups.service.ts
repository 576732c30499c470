import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { readFirstWorkspace } from '#main/queries/people.query.ts'
import { endSessions } from '#main/store/repos/people.repo.ts'
import type { Store, Verified } from '#main/store/store.ts'
import type { BackupView } from '#shared/contract/backups.ts'
import { AppError } from '#shared/errors/app-error.ts'

export type BackupsService = ReturnType<typeof createBackups>

type Parts = {
  store: Store
  ports: Ports
  /** Nothing may be written while the file is exchanged, and the copy may hold what had not ended. */
  jobs: readonly { stopAll(): Promise<void>; recover(): Promise<void> }[]
}

export function createBackups({ store, ports, jobs }: Parts) {
  /** Whoever opens the demo company owns it without a password: that must not reach other people's data. */
  function refuseDemo(session: Session): void {
    const first = readFirstWorkspace(store.read)
    if (first && session.isDemo) throw new AppError('backup.notKeeper', { name: first.name })
  }

  /** A restore puts back everybody's data and passwords; anyone can make an organisation of their own and own that. */
  function keeperOnly(session: Session): void {
    const first = readFirstWorkspace(store.read)
    if (first && first.id !== session.workspaceId)
      throw new AppError('backup.notKeeper', { name: first.name })
  }

  return {
    list(session: Session): { folder: string; items: BackupView[] } {
      refuseDemo(session)
      const items = store.listBackups().toSorted((a, b) => b.atMs - a.atMs || b.id.localeCompare(a.id))
      return { folder: ports.paths.backupsFolder, items }
    },

    add(session: Session): Promise<BackupView> {
      refuseDemo(session)
      return store.backup('manual')
    },

    verify(session: Session): { items: Verified[] } {
      refuseDemo(session)
      return { items: store.verify() }
    },

    /** The copy remembers sessions that have ended or been locked since: none of them may come back. */
    async restore(session: Session, id: string): Promise<Record<string, never>> {
      keeperOnly(session)
      if (!store.listBackups().some((file) => file.id === id)) throw new AppError('backup.notFound')
      await Promise.all(jobs.map((job) => job.stopAll()))
      await store.restore(id)
      await Promise.all(jobs.map((job) => job.recover()))
      store.transaction((db) => endSessions(db, { all: true }, ports.clock.nowMs()))
      return {}
    },
  }
}
