import { assertNever } from '#shared/lib/assert-never.ts'
import type { DraftRule, TagDraft } from './draft.ts'

/** What can be taken back: the rule that it was about keeps its place in the list as it was. */
export type Past = { did: 'add' | 'move' | 'remove'; ruleId: string; draft: TagDraft }

/** A draft with what it was before each change of its rules' order or number, newest last. */
type DraftState = { draft: TagDraft; past: readonly Past[] }

export type DraftAction =
  | { do: 'reset'; draft: TagDraft }
  | { do: 'head'; patch: Partial<Pick<TagDraft, 'name' | 'kind'>> }
  | { do: 'patch'; id: string; patch: Partial<DraftRule> }
  | { do: 'add'; rule: DraftRule; at?: number }
  | { do: 'move'; id: string; to: number }
  | { do: 'remove'; id: string }
  | { do: 'undo' }

const MOST_PAST = 50

export function changeDraft(state: DraftState, action: DraftAction): DraftState {
  const { draft, past } = state
  const rules = (did: Past['did'], ruleId: string, next: readonly DraftRule[]): DraftState => ({
    draft: { ...draft, rules: next },
    past: [...past.slice(1 - MOST_PAST), { did, ruleId, draft }],
  })
  switch (action.do) {
    case 'reset':
      return { draft: action.draft, past: [] }
    case 'head':
      return { draft: { ...draft, ...action.patch }, past }
    case 'patch':
      return {
        draft: {
          ...draft,
          rules: draft.rules.map((rule) => (rule.id === action.id ? { ...rule, ...action.patch } : rule)),
        },
        past,
      }
    case 'add':
      return rules(
        'add',
        action.rule.id,
        draft.rules.toSpliced(action.at ?? draft.rules.length, 0, action.rule),
      )
    case 'move': {
      const at = draft.rules.findIndex(({ id }) => id === action.id)
      const rule = draft.rules[at]
      const to = Math.max(0, Math.min(draft.rules.length - 1, action.to))
      return rule && to !== at
        ? rules('move', action.id, draft.rules.toSpliced(at, 1).toSpliced(to, 0, rule))
        : state
    }
    case 'remove':
      return rules(
        'remove',
        action.id,
        draft.rules.filter(({ id }) => id !== action.id),
      )
    case 'undo': {
      const before = past.at(-1)
      return before ? { draft: restored(before.draft, draft), past: past.slice(0, -1) } : state
    }
    default:
      return assertNever(action)
  }
}

/** The rules in the order and number that they had; what was typed into them since stays. */
function restored(before: TagDraft, now: TagDraft): TagDraft {
  const typed = new Map(now.rules.map((rule) => [rule.id, rule]))
  return { ...now, rules: before.rules.map((rule) => typed.get(rule.id) ?? rule) }
}
