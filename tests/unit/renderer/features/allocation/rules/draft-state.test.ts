import { expect, test } from 'vitest'
import { type DraftRule, emptyRule, type TagDraft } from '#renderer/features/allocation/rules/draft.ts'
import { changeDraft, type DraftAction } from '#renderer/features/allocation/rules/draft-state.ts'

const rule = (id: string): DraftRule => ({ ...emptyRule(() => id, 'RUB'), id })
const start: TagDraft = { name: 'Отдел', kind: 'department', rules: ['a', 'b', 'c'].map(rule) }

const after = (...actions: DraftAction[]) =>
  actions.reduce(changeDraft, { draft: start, past: [] as const } as Parameters<typeof changeDraft>[0])
const order = (state: ReturnType<typeof after>): string => state.draft.rules.map(({ id }) => id).join('')

test('rules move within the list and no further', () => {
  expect(order(after({ do: 'move', id: 'c', to: 0 }))).toBe('cab')
  expect(order(after({ do: 'move', id: 'a', to: 9 }))).toBe('bca')
  expect(after({ do: 'move', id: 'a', to: 0 }).past).toHaveLength(0)
})

test('a removed rule comes back to its place, and what was typed since stays', () => {
  const state = after(
    { do: 'remove', id: 'b' },
    { do: 'patch', id: 'c', patch: { name: 'Сеть' } },
    { do: 'head', patch: { name: 'Команда' } },
    { do: 'undo' },
  )
  expect(order(state)).toBe('abc')
  expect(state.draft.rules[2]?.name).toBe('Сеть')
  expect(state.draft.name).toBe('Команда')
  expect(changeDraft(state, { do: 'undo' })).toBe(state)
})
