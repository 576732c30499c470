import { problemOfNodes } from '#main/core/allocation/hierarchy-problems.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { findVirtual, listHierarchyRows } from '#main/queries/allocation/known.query.ts'
import { virtualIdOf } from '#main/queries/allocation/rule-refs.ts'
import { looksAtHierarchy } from '#main/queries/allocation/surroundings.ts'
import { usersOfHierarchy } from '#main/queries/allocation/users.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertHierarchy, removeHierarchy, updateHierarchy } from '#main/store/repos/hierarchies.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { namesOf } from './names-of.ts'

type Given = ParsedInput<'hierarchies.add'>
type Empty = Record<string, never>

/** Trees of nodes that gather the values of a dimension. */
export function createHierarchies({ store, ports }: { store: Store; ports: Ports }) {
  function refuseBad(db: WritableDb, workspaceId: string, given: Given, id: string | null): void {
    const { name, dimension, nodes } = given
    if (dimension.startsWith('level:')) throw new AppError('hierarchy.badDimension')
    const tagId = virtualIdOf(dimension)
    if (tagId !== null && !findVirtual({ db, workspaceId }, tagId)) throw new AppError('virtualTag.notFound')
    // The tag would wait for the tree, and the tree for the tag.
    if (tagId !== null && id !== null && looksAtHierarchy({ db, workspaceId }, tagId, id))
      throw new AppError('hierarchy.badDimension')
    const problem = problemOfNodes(nodes)
    if (problem) throw new AppError(problem.code, problem.details)
    const rows = listHierarchyRows({ db, workspaceId })
    if (rows.some((row) => row.name === name && row.id !== id))
      throw new AppError('hierarchy.nameTaken', { name })
  }

  const said = ({ userId }: Session) => ({ userId, updatedAtMs: ports.clock.nowMs() })

  return {
    add(session: Session, input: Given): { id: string } {
      const { workspaceId } = session
      const id = ports.ids.next()
      store.transaction((db) => {
        refuseBad(db, workspaceId, input, null)
        insertHierarchy(db, { id, workspaceId, ...input, ...said(session) })
      })
      return { id }
    },

    update(session: Session, { id, ...given }: ParsedInput<'hierarchies.update'>): Empty {
      const { workspaceId } = session
      store.transaction((db) => {
        refuseBad(db, workspaceId, given, id)
        if (!updateHierarchy(db, { id, workspaceId }, { ...given, ...said(session) }))
          throw new AppError('hierarchy.notFound')
      })
      return {}
    },

    remove({ workspaceId }: Session, { id }: { id: string }): Empty {
      store.transaction((db) => {
        const users = usersOfHierarchy({ db, workspaceId }, id)
        const name = listHierarchyRows({ db, workspaceId }).find((row) => row.id === id)?.name ?? ''
        if (users.length > 0) throw new AppError('hierarchy.inUse', { name, users: namesOf(users) })
        if (!removeHierarchy(db, { id, workspaceId })) throw new AppError('hierarchy.notFound')
      })
      return {}
    },
  }
}
