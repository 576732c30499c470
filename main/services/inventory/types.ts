import { setImmediate as breathe } from 'node:timers/promises'
import type { Session } from '#main/core/model/session.ts'
import type { Retyping } from '#main/core/rules/retype.ts'
import { findProvider } from '#main/providers/registry.ts'
import { findUnrecognised, type UnrecognisedRow } from '#main/queries/unrecognised.query.ts'
import type { Judge } from '#main/store/repos/own-resources.ts'
import { listOfKind, retypeResource } from '#main/store/repos/retype.repo.ts'
import { putTypeRule, removeTypeRule } from '#main/store/repos/type-rules.repo.ts'
import {
  type Kind,
  reopenKind,
  resolveKind,
  updateUnrecognised,
} from '#main/store/repos/unrecognised.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { ResourceType } from '#shared/contract/resources.ts'
import { AppError } from '#shared/errors/app-error.ts'

/** So many at once: other calls wait for one slice at most. */
const SLICE = 100

type Parts = { store: Store; judgeOf(session: Session): Judge }

/** What things are that the bill names with a word of its own: taught once, known from then on. */
export function createTypes({ store, judgeOf }: Parts) {
  async function update(
    session: Session,
    input: ParsedInput<'unrecognised.update'>,
  ): Promise<CallOutput<'unrecognised.update'>> {
    const judge = judgeOf(session)
    const entry = store.transaction((db) => {
      const found = findUnrecognised({ db, workspaceId: judge.workspaceId }, input.id)
      if (!found) throw new AppError('resource.notFound')
      if (input.type !== undefined) teach(found, input.type)
      updateUnrecognised(db, input.id, {
        ...(input.note === undefined ? {} : { note: input.note }),
        ...(input.isResolved === undefined || input.type !== undefined
          ? {}
          : resolution(judge, input.isResolved, found)),
      })
      return found

      function teach({ provider, kind }: UnrecognisedRow, type: ResourceType): void {
        const { workspaceId, userId, atMs } = judge
        putTypeRule(db, { workspaceId, provider, kind, type, userId, atMs })
        resolveKind(db, judge, { provider, kind }, type)
      }
    })
    if (input.type === undefined) return { affected: 1 }
    return { affected: await retype(judge.workspaceId, entry, { type: input.type, isRecognised: true }) }
  }

  /** What it had settled is as it would be without it: known by the provider's folder, or open again. */
  async function removeRule({ workspaceId }: Session, id: number): Promise<Record<string, never>> {
    const kind = store.transaction((db) => {
      const removed = removeTypeRule(db, workspaceId, id)
      if (removed && typeOf(removed) === null) reopenKind(db, workspaceId, removed)
      return removed
    })
    // Somebody else was quicker: there is no such rule, as was wished.
    if (!kind) return {}
    const type = typeOf(kind)
    await retype(workspaceId, kind, { type: type ?? 'other', isRecognised: type !== null })
    return {}
  }

  /** Interrupted, the next sync goes on: it reads the rule. */
  async function retype(workspaceId: string, kind: Kind, to: Retyping): Promise<number> {
    let [count, afterId] = [0, 0]
    for (;;) {
      const ids = listOfKind(store.read, workspaceId, kind, { afterId, limit: SLICE })
      if (ids.length === 0) return count
      store.transaction((db) => {
        for (const id of ids) retypeResource(db, id, to)
      })
      count += ids.length
      afterId = ids.at(-1) ?? afterId
      await breathe()
    }
  }

  return { update, removeRule }
}

const typeOf = ({ provider, kind }: Kind): ResourceType | null =>
  findProvider(provider)?.typeOf(kind, []) ?? null

const resolution = ({ userId, atMs }: Judge, isResolved: boolean, { resolvedAtMs }: UnrecognisedRow) => {
  if (!isResolved) return { resolvedBy: null, resolvedAtMs: null }
  return resolvedAtMs === null ? { resolvedBy: userId, resolvedAtMs: atMs } : {}
}
