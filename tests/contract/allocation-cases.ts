import type { CallOutput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'
import { type Case, ok, refused, type Seen } from './case.ts'

const range = { from: day('2026-10-01'), to: day('2026-10-31') }
const idIn = (seen: Seen, call: string): string => (seen[call] as { id: string }).id
const tag = (seen: Seen) => idIn(seen, 'allocation.addTag')
const tree = (seen: Seen) => idIn(seen, 'hierarchies.add')
const policyId = (seen: Seen) =>
  (seen['tagPolicies.list'] as CallOutput<'tagPolicies.list'>).items[0]?.id ?? ''

const rule = {
  id: 'r1',
  where: [[{ dimension: 'service' as const, op: 'contains' as const, values: ['сервер'] }]],
  outcome: { kind: 'part' as const, part: 'Магазин' },
}
const half = (percent: string) => ({ part: `Часть ${percent}`, percent })
const nodes = [{ id: 'n1', parentId: null, name: 'Холдинг', values: ['Магазин'] }]
const policy = { tagKey: 'owner', isRequired: true, allowedValues: ['Анна'], providers: [], types: [] }

/** Rules, trees and policies of an organisation that has a bill from a file. */
export const allocationCases: Case[] = [
  ok('olga', 'allocation.preview', { tagId: null, rules: [rule], ...range }),
  ok('olga', 'allocation.addTag', { name: 'Подразделение', kind: 'department', rules: [rule] }),
  refused(
    'olga',
    'allocation.addTag',
    { name: 'Подразделение', kind: 'department', rules: [] },
    'virtualTag.nameTaken',
    'there is one',
  ),
  refused(
    'olga',
    'allocation.updateTag',
    (seen: Seen) => ({
      id: tag(seen),
      rules: [{ ...rule, outcome: { kind: 'percent', parts: [half('50'), half('49')] } }],
    }),
    'virtualTag.badRules',
    'percents that are not a hundred',
  ),
  ok('olga', 'allocation.updateTag', (seen) => ({ id: tag(seen), kind: 'project' })),
  ok('olga', 'allocation.listTags', {}),
  ok('olga', 'allocation.listSuggestions', (seen) => ({ tagId: tag(seen), ...range })),
  ok('olga', 'allocation.acceptSuggestions', (seen) => ({ tagId: tag(seen), minConfidence: 0.9, ...range })),
  ok('olga', 'allocation.dismissSuggestion', (seen) => ({ tagId: tag(seen), suggestionId: 'name-x' })),
  ok('olga', 'hierarchies.add', (seen) => ({
    name: 'Холдинг',
    dimension: `virtual:${tag(seen)}`,
    levels: ['Холдинг'],
    nodes,
  })),
  refused(
    'olga',
    'hierarchies.update',
    (seen: Seen) => ({
      id: tree(seen),
      name: 'Холдинг',
      dimension: 'project',
      levels: [],
      nodes: [{ ...nodes[0], parentId: 'n1' }],
    }),
    'hierarchy.cycle',
    'a node within itself',
  ),
  ok('olga', 'hierarchies.update', (seen) => ({
    id: tree(seen),
    name: 'Компания',
    dimension: `virtual:${tag(seen)}`,
    levels: ['Компания'],
    nodes,
  })),
  ok('olga', 'hierarchies.list', {}),
  ok('olga', 'allocation.getShowback', (seen) => ({ by: { hierarchyId: tree(seen) }, ...range })),
  ok('olga', 'allocation.exportShowback', (seen) => ({
    by: { tagId: tag(seen) },
    ...range,
    format: 'csv',
    preset: 'win1251',
    language: 'ru',
  })),
  refused(
    'olga',
    'allocation.removeTag',
    (seen: Seen) => ({ id: tag(seen) }),
    'virtualTag.inUse',
    'a tree gathers it',
  ),
  ok('olga', 'hierarchies.remove', (seen) => ({ id: tree(seen) })),
  ok('olga', 'allocation.removeTag', (seen) => ({ id: tag(seen) })),
  ok('olga', 'tagPolicies.add', policy),
  ok('olga', 'tagPolicies.list', {}),
  ok('olga', 'tagPolicies.update', (seen) => ({ id: policyId(seen), ...policy, isRequired: false })),
  ok('olga', 'tagPolicies.getReport', range),
  ok('olga', 'tagPolicies.listViolations', {}),
  ok('olga', 'tagPolicies.remove', (seen) => ({ id: policyId(seen) })),
  refused(
    'olga',
    'tagPolicies.remove',
    (seen: Seen) => ({ id: policyId(seen) }),
    'tagPolicy.notFound',
    'it is gone',
  ),
]
