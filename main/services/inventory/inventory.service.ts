import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { findResource } from '#main/queries/find-resource.ts'
import { putFilter, removeFilter } from '#main/store/repos/filters.repo.ts'
import { removeNote } from '#main/store/repos/notes.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { judgeMany, putOverrides } from './judging.ts'
import { createTypes } from './types.ts'

type Empty = Record<string, never>

/** What people say of resources: fields against the provider, tags, notes, saved filters, types of what nobody knew. */
export type InventoryService = {
  update(session: Session, input: ParsedInput<'resources.update'>): Empty
  updateMany(
    session: Session,
    input: ParsedInput<'resources.updateMany'>,
  ): Promise<CallOutput<'resources.updateMany'>>
  removeNote(session: Session, input: ParsedInput<'resources.removeNote'>): Empty
  addFilter(session: Session, input: ParsedInput<'filters.add'>): CallOutput<'filters.add'>
  removeFilter(session: Session, id: string): Empty
  updateUnrecognised(
    session: Session,
    input: ParsedInput<'unrecognised.update'>,
  ): Promise<CallOutput<'unrecognised.update'>>
  removeRule(session: Session, id: number): Promise<Empty>
}

export function createInventory({ store, ports }: { store: Store; ports: Ports }): InventoryService {
  const judgeOf = ({ workspaceId, userId }: Session) => ({ workspaceId, userId, atMs: ports.clock.nowMs() })
  const types = createTypes({ store, judgeOf })

  return {
    update(session, { id, overrides }) {
      store.transaction((db) => {
        findResource({ db, workspaceId: session.workspaceId }, id)
        putOverrides(db, judgeOf(session), [id], overrides)
      })
      return {}
    },

    updateMany: (session, input) => judgeMany(store, judgeOf(session), input),

    removeNote({ workspaceId }, { id: resourceId, noteId }) {
      store.transaction((db) => {
        findResource({ db, workspaceId }, resourceId)
        removeNote(db, { resourceId, noteId })
      })
      return {}
    },

    addFilter(session, { name, filter }) {
      const id = ports.ids.next()
      return {
        id: store.transaction((db) => putFilter(db, { id, name, filter, ...judgeOf(session) })),
      }
    },

    removeFilter({ workspaceId }, id) {
      const isRemoved = store.transaction((db) => removeFilter(db, workspaceId, id))
      if (!isRemoved) throw new AppError('filter.notFound')
      return {}
    },

    updateUnrecognised: types.update,
    removeRule: types.removeRule,
  }
}
