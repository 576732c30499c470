import { useMemo, useReducer } from 'react'
import type { AllocationRule, VirtualTag } from '#shared/contract/allocation.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { newId } from '../new-id.ts'
import { draftOf, type TagDraft } from './draft.ts'
import { changeDraft } from './draft-state.ts'
import { type ReadRule, readRule } from './read-rule.ts'

export type KeptTag = Pick<VirtualTag, 'name' | 'kind' | 'rules'>

const draftOfTag = (tag: KeptTag, currency: Currency): TagDraft => ({
  name: tag.name,
  kind: tag.kind,
  rules: tag.rules.map((rule) => draftOf(rule, newId, currency)),
})

/** A tag as it is being written, what of it the program can take, and whether it differs from what is kept. */
export function useTagDraft(kept: KeptTag, start: KeptTag, currency: Currency) {
  const [{ draft, past }, change] = useReducer(changeDraft, null, () => ({
    draft: draftOfTag(start, currency),
    past: [],
  }))
  const read = useMemo(() => new Map(draft.rules.map((rule) => [rule.id, readRule(rule)])), [draft.rules])
  const complete = useMemo(
    () => draft.rules.flatMap(({ id }) => read.get(id)?.rule ?? []),
    [draft.rules, read],
  )
  const isDirty = useMemo(
    () =>
      draft.name.trim() !== kept.name ||
      draft.kind !== kept.kind ||
      complete.length !== draft.rules.length ||
      JSON.stringify(complete) !== JSON.stringify(kept.rules.map(inOrder)),
    [draft, kept, complete],
  )
  return {
    draft,
    past: past.at(-1) ?? null,
    change,
    complete,
    isDirty,
    lacksOf: (id: string): ReadRule['lacks'] => read.get(id)?.lacks ?? [],
    discard: () => change({ do: 'reset', draft: draftOfTag(start, currency) }),
  }
}

/** The same fields in the same order as a rule that was read from a draft. */
const inOrder = (rule: AllocationRule): AllocationRule =>
  readRule(draftOf(rule, () => '', rule.cost?.currency ?? 'RUB')).rule ?? rule
