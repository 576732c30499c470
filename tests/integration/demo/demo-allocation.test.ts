import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { day } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { client } from '#tests/support/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'infrazen-test-'))
let backend: Backend
const guest = client('guest-of-the-demo')
const range = { from: day('2026-10-21'), to: day('2026-11-19') }

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const envelope = await backend.call(name, input, guest)
  if (!envelope.ok) throw new Error(envelope.error.code)
  return envelope.value as CallOutput<N>
}

beforeAll(async () => {
  backend = await createBackend(testPorts(folder))
  await ask('people.startDemo', {})
})
afterAll(async () => {
  await backend.close()
  rmSync(folder, { recursive: true, force: true })
})

const tagNamed = async (name: string) => {
  const { items } = await ask('allocation.listTags', {})
  const tag = items.find((one) => one.name === name)
  if (!tag) throw new Error(`no tag ${name}`)
  return tag
}

test('most of the bill has a department, no rule is amiss, and the rest has suggestions', async () => {
  const { id, rules } = await tagNamed('Подразделение')
  const { coverage, problems, parts } = await ask('allocation.preview', { tagId: id, rules, ...range })
  expect(problems).toEqual([])
  expect(Number(coverage.sums[0]?.ratio)).toBeGreaterThan(0.8)
  expect(Number(coverage.sums[0]?.ratio)).toBeLessThan(1)
  expect(parts.map(({ part }) => part).sort()).toEqual([
    'Аналитика',
    'Интернет-магазин',
    'Маркетинг',
    'Программа лояльности',
    'Тестирование',
  ])
  const { items } = await ask('allocation.listSuggestions', { tagId: id, ...range })
  expect(items.length).toBeGreaterThan(0)
})

test('the holding pays the whole bill, with what all use shared by what each costs', async () => {
  const { items } = await ask('hierarchies.list', {})
  expect(items.map(({ name, unplaced }) => [name, unplaced])).toEqual([['Холдинг', []]])
  const by = { hierarchyId: items[0]?.id ?? '' }
  const { rows, total } = await ask('allocation.getShowback', { by, ...range, mode: 'chargeback' })
  expect(rows.map(({ label, depth }) => [label, depth])[0]).toEqual(['Группа «Морошка»', 0])
  expect(rows[0]?.total).toBe(total)
  expect(rows.every(({ shared }) => (parseDecimal(shared) ?? 0n) > 0n)).toBe(true)
  const { totals } = await ask('ledger.getTotals', { filter: range })
  expect(total).toBe(totals[0]?.billed)
})

test('products have costs, and tags have gaps that somebody answers for', async () => {
  const { id } = await tagNamed('Продукт')
  const { rows } = await ask('allocation.getShowback', { by: { tagId: id }, ...range })
  expect(rows.flatMap(({ label }) => label ?? []).sort()).toEqual(['Лояльность', 'Магазин', 'Отчётность'])
  const { policies, violating } = await ask('tagPolicies.getReport', range)
  expect(violating).toBeGreaterThan(0)
  expect(policies).toHaveLength(3)
  const { items } = await ask('tagPolicies.listViolations', { kind: 'value' })
  expect(items[0]).toMatchObject({ tagKey: 'env', value: 'test' })
})

test('a tag that somebody sets by hand counts, and lists are cut by policy, kind, owner and name', async () => {
  const { items: policies } = await ask('tagPolicies.list', {})
  const policyId = policies.find(({ tagKey }) => tagKey === 'team')?.id ?? ''
  const missing = { policyId, kind: 'missing' } as const
  const { items, total } = await ask('tagPolicies.listViolations', missing)
  const [first] = items
  if (!first) throw new Error('nothing is missing')
  await ask('resources.updateMany', { ids: [first.resourceId], tags: { team: 'backend' } })
  const after = await ask('tagPolicies.listViolations', missing)
  expect(after.total).toBe(total - 1)
  expect(after.items.map(({ resourceId }) => resourceId)).not.toContain(first.resourceId)
  const { items: all } = await ask('tagPolicies.listViolations', {})
  const unowned = await ask('tagPolicies.listViolations', { owner: null })
  expect(unowned.total).toBe(all.filter(({ owner }) => owner === null).length)
  const { items: found } = await ask('tagPolicies.listViolations', { search: 'CI-' })
  expect(found.length).toBeGreaterThan(0)
  for (const { name, value } of found) expect(`${name} ${value}`.toLowerCase()).toContain('ci-')
})
