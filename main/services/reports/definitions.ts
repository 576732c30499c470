import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { findReportUse, reportNamed } from '#main/queries/reports.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertReport, removeReport, updateReport } from '#main/store/repos/reports.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'

type Empty = Record<string, never>

/** What reports are made of, kept under a name. */
export function createDefinitions({ store, ports }: { store: Store; ports: Ports }) {
  const said = ({ workspaceId, userId }: Session) => ({
    workspaceId,
    userId,
    updatedAtMs: ports.clock.nowMs(),
  })
  function refuseTaken(db: WritableDb, { workspaceId }: Session, name: string, ownId: string | null): void {
    const holder = reportNamed({ db, workspaceId }, name)
    if (holder !== null && holder !== ownId) throw new AppError('report.nameTaken', { name })
  }

  return {
    add: (session: Session, { name, spec }: ParsedInput<'reports.add'>): { id: string } =>
      store.transaction((db) => {
        refuseTaken(db, session, name, null)
        const id = ports.ids.next()
        insertReport(db, { id, name, spec, ...said(session) })
        return { id }
      }),

    update: (session: Session, { id, name, spec }: ParsedInput<'reports.update'>): Empty =>
      store.transaction((db) => {
        if (name !== undefined) refuseTaken(db, session, name, id)
        const facts = { ...(name === undefined ? {} : { name }), ...(spec === undefined ? {} : { spec }) }
        if (!updateReport(db, { id, ...facts, ...said(session) })) throw new AppError('report.notFound')
        return {}
      }),

    /** What it has produced stays in the archive. */
    remove: ({ workspaceId }: Session, id: string): Empty =>
      store.transaction((db) => {
        const use = findReportUse(db, { workspaceId, id })
        if (use && use.count > 0) throw new AppError('report.inUse', use)
        if (!removeReport(db, { workspaceId, id })) throw new AppError('report.notFound')
        return {}
      }),
  }
}
