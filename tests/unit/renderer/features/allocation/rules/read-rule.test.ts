import { expect, test } from 'vitest'
import { draftOf, emptyRule } from '#renderer/features/allocation/rules/draft.ts'
import { readRule } from '#renderer/features/allocation/rules/read-rule.ts'
import type { AllocationRule, RuleOutcome } from '#shared/contract/allocation.ts'
import { ruleValue } from '#shared/contract/allocation.ts'

const key = (): string => 'k'

const rule = (outcome: RuleOutcome, more: Partial<AllocationRule> = {}): AllocationRule => ({
  id: 'r1',
  name: '',
  isOn: true,
  where: [[{ dimension: 'resource', op: 'startsWith', values: ['web-'] }]],
  cost: null,
  from: null,
  to: null,
  outcome,
  ...more,
})

test('every kind of rule is the same after it was opened for writing', () => {
  const outcomes: RuleOutcome[] = [
    { kind: 'part', part: 'Витрина' },
    { kind: 'copy', dimension: 'tag:team' },
    {
      kind: 'percent',
      parts: [
        { part: 'А', percent: '99.5' },
        { part: 'Б', percent: '0.5' },
      ],
    },
    { kind: 'even', parts: [] },
    { kind: 'even', parts: ['А'] },
    { kind: 'weight', parts: [{ part: 'А', weight: '3' }] },
    { kind: 'metric', by: { kind: 'cost' }, parts: [] },
    { kind: 'metric', by: { kind: 'series', seriesId: 's1' }, parts: ['А', 'Б'] },
  ]
  for (const outcome of outcomes) {
    const kept = rule(outcome, {
      cost: { from: '10', to: null, currency: 'USD' },
      from: '2026-01-01' as never,
    })
    const read = readRule(draftOf(kept, key, 'RUB'))
    expect(read).toEqual({ rule: kept, lacks: [] })
    expect(ruleValue.safeParse(read.rule).success).toBe(true)
  }
})

test('what is not whole yet says what it lacks, and is no rule', () => {
  const empty = emptyRule(key, 'RUB')
  expect(readRule(empty)).toEqual({ rule: null, lacks: ['part'] })
  const percents = {
    ...empty,
    outcome: {
      ...empty.outcome,
      kind: 'percent' as const,
      shares: [
        { key: 'a', part: 'А', amount: '60' },
        { key: 'b', part: 'А', amount: '28' },
      ],
    },
  }
  expect(readRule(percents).lacks).toEqual(['twice', 'hundred'])
  expect(readRule({ ...empty, from: '2026-02-01', to: '2026-01-01' }).lacks).toContain('dayOrder')
  expect(readRule({ ...empty, from: '2026-02-31' }).lacks).toContain('day')
  const cost = { from: '10', to: '9,99', currency: 'RUB' as const }
  expect(readRule({ ...empty, cost }).lacks).toContain('costOrder')
  expect(readRule({ ...empty, cost: { ...cost, to: 'дорого' } }).lacks).toContain('cost')
})
