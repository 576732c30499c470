import { asc, eq } from 'drizzle-orm'
import type { OnIdle } from '#main/core/allocation/judge.ts'
import type { ReadableDb, Revision } from '#main/store/db.ts'
import { virtualTags } from '#main/store/schema/allocation.ts'
import type { AllocationRule, VirtualKind } from '#shared/contract/allocation.ts'
import { createPart } from '../kept.ts'

/** `number` is another one whenever the rules are. */
export type KnownTag = {
  id: string
  name: string
  kind: VirtualKind
  isOn: boolean
  rules: readonly AllocationRule[]
  number: number
  /** Of a draft. */
  takers?: Takers
}

/** Which rules take before another what it would meet, as far as anything has been judged. */
export type Takers = ReturnType<typeof createTakers>

function createTakers() {
  const counts = new Map<string, Map<string, number>>()
  const note: OnIdle = ({ id }, takers) => {
    const own = counts.get(id) ?? new Map<string, number>()
    counts.set(id, own)
    for (const [taker, count] of takers) own.set(taker.id, (own.get(taker.id) ?? 0) + count)
  }
  return {
    note,
    /** The rule that takes most of it; null: nobody does. */
    first(ruleId: string): string | null {
      const own = [...(counts.get(ruleId) ?? [])].sort(([, a], [, b]) => b - a)
      return own[0]?.[0] ?? null
    },
  }
}

const TABLES = [virtualTags]

/** The virtual tags of organisations as they stand, and rules that nobody has saved for as long as somebody asks about them. */
export function createKnownTags(read: () => ReadableDb, live: () => Revision) {
  const workspaces = new Map<string, ReturnType<typeof createWorkspace>>()
  const drafts = new Map<string, KnownTag>()
  let last = 0

  const next = (): number => {
    last += 1
    return last
  }

  function createWorkspace(workspaceId: string) {
    const part = createPart<ReadonlyMap<string, KnownTag>>(TABLES)
    let before: ReadonlyMap<string, KnownTag> = new Map()
    return (): ReadonlyMap<string, KnownTag> =>
      part.of({ revision: live() }, () => {
        before = new Map(
          readTags(read(), workspaceId).map((row) => [row.id, same(before.get(row.id), row) ?? made(row)]),
        )
        return before
      })
  }

  const made = (row: Omit<KnownTag, 'number'>): KnownTag => ({ ...row, number: next() })

  function tagsOf(workspaceId: string): ReadonlyMap<string, KnownTag> {
    const known = workspaces.get(workspaceId) ?? createWorkspace(workspaceId)
    workspaces.set(workspaceId, known)
    return known()
  }

  return {
    tagsOf,
    /** Of a tag that is switched on, or of a draft. */
    find(workspaceId: string, id: string): KnownTag | null {
      const tag = drafts.get(id) ?? tagsOf(workspaceId).get(id)
      return tag?.isOn ? tag : null
    },
    /** `work` may ask the ledger for `virtual:<id>` as if the rules had been saved. */
    withDraft<T>(rules: readonly AllocationRule[], work: (id: string, takers: Takers) => T): T {
      const number = next()
      const id = `draft-${number}`
      const takers = createTakers()
      drafts.set(id, { id, name: '', kind: 'other', isOn: true, rules, number, takers })
      try {
        return work(id, takers)
      } finally {
        drafts.delete(id)
      }
    },
  }
}

export type KnownTags = ReturnType<typeof createKnownTags>

/** A tag that was only renamed keeps what has been worked out of it. */
function same(before: KnownTag | undefined, row: Omit<KnownTag, 'number'>): KnownTag | null {
  if (!before || before.isOn !== row.isOn) return null
  return JSON.stringify(before.rules) === JSON.stringify(row.rules)
    ? { ...row, rules: before.rules, number: before.number }
    : null
}

export const readTags = (db: ReadableDb, workspaceId: string): Omit<KnownTag, 'number'>[] =>
  db
    .select({
      id: virtualTags.id,
      name: virtualTags.name,
      kind: virtualTags.kind,
      isOn: virtualTags.isOn,
      rules: virtualTags.rules,
    })
    .from(virtualTags)
    .where(eq(virtualTags.workspaceId, workspaceId))
    .orderBy(asc(virtualTags.name), asc(virtualTags.id))
    .all()
