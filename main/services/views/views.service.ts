import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { filterNamed, findFilterUse, viewNamed } from '#main/queries/views.query.ts'
import {
  insertCostFilter,
  insertView,
  putBoard,
  removeBoard,
  removeCostFilter,
  removeView,
  updateCostFilter,
  updateView,
} from '#main/store/repos/views.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'

type Empty = Record<string, never>

export type ViewsService = ReturnType<typeof createViews>

/** What people keep of the explorer: views, filters, and what each has on the dashboard. */
export function createViews({ store, ports }: { store: Store; ports: Ports }) {
  const said = ({ workspaceId, userId }: Session) => ({
    workspaceId,
    userId,
    updatedAtMs: ports.clock.nowMs(),
  })

  return {
    add: (session: Session, { name, spec }: ParsedInput<'views.add'>): { id: string } =>
      store.transaction((db) => {
        refuseTaken('view.nameTaken', viewNamed({ db, ...session }, name), null, name)
        const id = ports.ids.next()
        insertView(db, { id, name, spec, ...said(session) })
        return { id }
      }),

    /** One that is built in stays as it is. */
    update: (session: Session, { id, name, spec }: ParsedInput<'views.update'>): Empty =>
      store.transaction((db) => {
        if (name !== undefined) refuseTaken('view.nameTaken', viewNamed({ db, ...session }, name), id, name)
        if (!updateView(db, { id, ...given({ name, spec }), ...said(session) }))
          throw new AppError('view.notFound')
        return {}
      }),

    remove: ({ workspaceId }: Session, id: string): Empty =>
      store.transaction((db) => {
        if (!removeView(db, { workspaceId, id })) throw new AppError('view.notFound')
        return {}
      }),

    addFilter: (session: Session, { name, where }: ParsedInput<'costFilters.add'>): { id: string } =>
      store.transaction((db) => {
        refuseTaken('costFilter.nameTaken', filterNamed({ db, ...session }, name), null, name)
        const id = ports.ids.next()
        insertCostFilter(db, { id, name, where, ...said(session) })
        return { id }
      }),

    updateFilter: (session: Session, { id, name, where }: ParsedInput<'costFilters.update'>): Empty =>
      store.transaction((db) => {
        if (name !== undefined)
          refuseTaken('costFilter.nameTaken', filterNamed({ db, ...session }, name), id, name)
        if (!updateCostFilter(db, { id, ...given({ name, where }), ...said(session) }))
          throw new AppError('costFilter.notFound')
        return {}
      }),

    /** Without it a view would tell of more than it says. */
    removeFilter: ({ workspaceId }: Session, id: string): Empty =>
      store.transaction((db) => {
        const use = findFilterUse({ db, workspaceId }, id)
        if (use && use.usedBy > 0)
          throw new AppError('costFilter.inUse', { name: use.name, count: use.usedBy })
        if (!removeCostFilter(db, { workspaceId, id })) throw new AppError('costFilter.notFound')
        return {}
      }),

    updateBoard: (session: Session, { tiles }: ParsedInput<'boards.update'>): Empty =>
      store.transaction((db) => {
        putBoard(db, { ...said(session), tiles })
        return {}
      }),

    resetBoard: ({ workspaceId, userId }: Session): Empty =>
      store.transaction((db) => {
        removeBoard(db, { workspaceId, userId })
        return {}
      }),
  }
}

function refuseTaken(
  code: 'view.nameTaken' | 'costFilter.nameTaken',
  holderId: string | null,
  ownId: string | null,
  name: string,
): void {
  if (holderId !== null && holderId !== ownId) throw new AppError(code, { name })
}

/** What was left out stays as it is. */
const given = <T extends object>(facts: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as never
