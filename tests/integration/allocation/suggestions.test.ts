import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#shared/lib/day.ts'
import { type EstateResource, estateOf } from '#tests/support/estate.ts'
import { bill, type Desk, openDesk, rule } from './desk.ts'

const NOVEMBER = { from: day('2026-11-01'), to: day('2026-11-30') }
const estate = estateOf(1500)
const byKey = new Map(estate.map((one) => [`c1/${one.ref}`, one]))
let desk: Desk
let tagId: string

const lineOf = ({ ref, name, subAccount, service, region, tags, cost }: EstateResource) =>
  bill({ amount: cost, key: { resourceRef: ref, resourceName: name, subAccount, service, region, tags } })

beforeAll(async () => {
  desk = await openDesk(estate.map(lineOf))
  const { id } = await desk.ask('allocation.addTag', {
    name: 'Подразделение',
    kind: 'department',
    rules: [rule({ kind: 'copy', dimension: 'tag:team' })],
  })
  tagId = id
})
afterAll(() => desk.close())

const list = () => desk.ask('allocation.listSuggestions', { tagId, ...NOVEMBER })

/** Whose the program thinks each resource is; what nobody has is left out. */
async function thoughtOf(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const spec = {
    period: { from: NOVEMBER.from, to: NOVEMBER.to },
    granularity: 'total',
    groupBy: ['resource', `virtual:${tagId}`],
    comparison: 'none',
  } as const
  for (let offset = 0; offset < estate.length; offset += 500) {
    const { items } = await desk.ask('explorer.listRows', {
      spec: { ...spec, groupBy: [...spec.groupBy] },
      offset,
      limit: 500,
    })
    for (const { keys } of items) if (keys[0] && keys[1]) found.set(keys[0], keys[1])
  }
  return found
}

describe('suggestions for a company half of whose resources have no tag', () => {
  test('say what they stand on, are the same whenever asked for, and never settle the same twice', async () => {
    const first = await list()
    expect(await list()).toEqual(first)
    expect(first.coverage).toMatchObject({ resources: 1500, sums: [{ currency: 'RUB' }] })
    const costs = first.items.map((item) => BigInt(item.costs[0]?.amount ?? '0'))
    const left =
      BigInt(first.coverage.sums[0]?.total ?? '0') - BigInt(first.coverage.sums[0]?.assigned ?? '0')
    expect(costs.reduce((sum, cost) => sum + cost, 0n)).toBeLessThanOrEqual(left)
    expect(first.items.reduce((sum, { resources }) => sum + resources, 0)).toBeLessThanOrEqual(
      first.coverage.resourcesLeft,
    )
    expect(new Set(first.items.map(({ kind }) => kind))).toEqual(new Set(['name', 'sibling', 'cooccurrence']))
    const promo = first.items.find(({ evidence }) => evidence.subject.startsWith('promo'))
    expect(promo).toMatchObject({ part: 'Маркетинг', kind: 'name', evidence: { disagree: 0 } })
    expect(promo?.evidence.examples).toHaveLength(5)
    for (const name of promo?.evidence.examples ?? []) expect(name).toMatch(/^promo/)
  })

  test('one that was dismissed stays away, one that was accepted is a rule, and neither is there any more', async () => {
    const { items: suggested } = await list()
    const [first, second] = [suggested.at(-1), suggested[1]]
    if (!first || !second) throw new Error('nothing is suggested')
    await desk.ask('allocation.dismissSuggestion', { tagId, suggestionId: first.id })
    expect((await list()).items.map(({ id }) => id)).not.toContain(first.id)
    expect(await desk.ask('allocation.acceptSuggestions', { tagId, ids: [second.id], ...NOVEMBER })).toEqual({
      accepted: 1,
    })
    const { items } = await desk.ask('allocation.listTags', {})
    expect(items[0]?.rules.at(-1)).toMatchObject({ where: second.rule.where, outcome: second.rule.outcome })
    expect((await list()).items.map(({ id }) => id)).not.toContain(second.id)
    const again = desk.ask('allocation.acceptSuggestions', { tagId, ids: [second.id], ...NOVEMBER })
    await expect(again).rejects.toMatchObject({ code: 'suggestion.gone' })
  })

  test('accepted from 0.8 on, 87 % of the cost has an owner, and of a hundred guesses 97 are right', async () => {
    const before = await thoughtOf()
    for (let accepted = 1; accepted > 0; )
      ({ accepted } = await desk.ask('allocation.acceptSuggestions', {
        tagId,
        minConfidence: 0.8,
        ...NOVEMBER,
      }))
    const { coverage } = await list()
    expect(Number(coverage.sums[0]?.ratio)).toBeGreaterThan(0.87)
    const guessed = [...(await thoughtOf())].filter(([key]) => !before.has(key))
    const right = guessed.filter(([key, part]) => byKey.get(key)?.owner === part)
    expect(guessed.length).toBeGreaterThan(450)
    expect(right.length / guessed.length).toBeGreaterThan(0.97)
  })
})
