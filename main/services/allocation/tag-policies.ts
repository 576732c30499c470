import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { listTagPolicies } from '#main/queries/allocation/tag-policies.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertTagPolicy, removeTagPolicy, updateTagPolicy } from '#main/store/repos/tag-policies.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'

type Empty = Record<string, never>

/** What tags resources ought to have: one policy for a key. */
export function createTagPolicies({ store, ports }: { store: Store; ports: Ports }) {
  const said = ({ userId }: Session) => ({ userId, updatedAtMs: ports.clock.nowMs() })

  function refuseTaken(db: WritableDb, workspaceId: string, key: string, id: string | null): void {
    const { items } = listTagPolicies({ db, workspaceId })
    if (items.some((policy) => policy.tagKey === key && policy.id !== id))
      throw new AppError('tagPolicy.keyTaken', { key })
  }

  return {
    add(session: Session, input: ParsedInput<'tagPolicies.add'>): { id: string } {
      const { workspaceId } = session
      const id = ports.ids.next()
      store.transaction((db) => {
        refuseTaken(db, workspaceId, input.tagKey, null)
        insertTagPolicy(db, { id, workspaceId, ...input, ...said(session) })
      })
      return { id }
    },

    update(session: Session, { id, ...given }: ParsedInput<'tagPolicies.update'>): Empty {
      const { workspaceId } = session
      store.transaction((db) => {
        refuseTaken(db, workspaceId, given.tagKey, id)
        if (!updateTagPolicy(db, { id, workspaceId }, { ...given, ...said(session) }))
          throw new AppError('tagPolicy.notFound')
      })
      return {}
    },

    remove({ workspaceId }: Session, { id }: { id: string }): Empty {
      if (!store.transaction((db) => removeTagPolicy(db, { id, workspaceId })))
        throw new AppError('tagPolicy.notFound')
      return {}
    },
  }
}
