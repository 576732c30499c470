import { problemsOf } from '#main/core/allocation/rule-problems.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { readTags } from '#main/queries/allocation/known-tags.ts'
import { surroundingsOf } from '#main/queries/allocation/surroundings.ts'
import { usersOfTag } from '#main/queries/allocation/users.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertVirtualTag, removeVirtualTag, updateVirtualTag } from '#main/store/repos/virtual-tags.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { AllocationRule } from '#shared/contract/allocation.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { namesOf } from './names-of.ts'

type Empty = Record<string, never>

/** Virtual tags: a name and rules in their order. */
export function createVirtualTags({ store, ports }: { store: Store; ports: Ports }) {
  const said = ({ userId }: Session) => ({ userId, updatedAtMs: ports.clock.nowMs() })

  function refuseTaken(db: WritableDb, workspaceId: string, name: string, id: string | null): void {
    if (readTags(db, workspaceId).some((tag) => tag.name === name && tag.id !== id))
      throw new AppError('virtualTag.nameTaken', { name })
  }

  return {
    add(session: Session, input: ParsedInput<'allocation.addTag'>): { id: string } {
      const { workspaceId } = session
      const id = ports.ids.next()
      store.transaction((db) => {
        refuseTaken(db, workspaceId, input.name, null)
        refuseBadRules(db, workspaceId, null, input.rules)
        insertVirtualTag(db, { id, workspaceId, ...input, ...said(session) })
      })
      return { id }
    },

    update(session: Session, { id, ...given }: ParsedInput<'allocation.updateTag'>): Empty {
      const { workspaceId } = session
      const { name, kind, rules, isOn } = given
      store.transaction((db) => {
        if (name !== undefined) refuseTaken(db, workspaceId, name, id)
        if (rules !== undefined) refuseBadRules(db, workspaceId, id, rules)
        const patch = {
          ...(name === undefined ? {} : { name }),
          ...(kind === undefined ? {} : { kind }),
          ...(rules === undefined ? {} : { rules }),
          ...(isOn === undefined ? {} : { isOn }),
        }
        if (!updateVirtualTag(db, { id, workspaceId }, { ...patch, ...said(session) }))
          throw new AppError('virtualTag.notFound')
      })
      return {}
    },

    remove({ workspaceId }: Session, { id }: { id: string }): Empty {
      store.transaction((db) => {
        const tag = readTags(db, workspaceId).find((one) => one.id === id)
        if (!tag) throw new AppError('virtualTag.notFound')
        const users = usersOfTag({ db, workspaceId }, id)
        if (users.length > 0)
          throw new AppError('virtualTag.inUse', { name: tag.name, users: namesOf(users) })
        removeVirtualTag(db, { id, workspaceId })
      })
      return {}
    },
  }
}

/** Rules that only may be wrong are kept: it is said beside them. */
export function refuseBadRules(
  db: WritableDb,
  workspaceId: string,
  tagId: string | null,
  rules: readonly AllocationRule[],
): void {
  const problems = problemsOf(rules, surroundingsOf({ db, workspaceId }, tagId))
  const worst = problems.find(({ severity }) => severity === 'error')
  if (worst) throw new AppError('virtualTag.badRules', { problem: worst.code, ruleId: worst.ruleId })
}
