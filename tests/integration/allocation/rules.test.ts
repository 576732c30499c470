import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AllocationRule, RuleOutcome } from '#shared/contract/allocation.ts'
import { day } from '#shared/lib/day.ts'
import { bill, type Desk, openDesk, rule, when } from './desk.ts'

const AUTUMN = { from: day('2026-10-01'), to: day('2026-11-30') }
let desk: Desk

const line = (name: string | null, amount: number, on: string, key: Parameters<typeof bill>[0]['key'] = {}) =>
  bill({ amount, day: on, key: { resourceRef: name, resourceName: name, ...key } })

beforeAll(async () => {
  desk = await openDesk([
    line('web', 60, '2026-10-31', { tags: { team: 'shop' } }),
    line('web', 40, '2026-11-01', { tags: { team: 'shop' } }),
    line('db', 100, '2026-10-10', { subAccount: 'bank' }),
    line('db', 100, '2026-11-10', { subAccount: 'bank' }),
    line('net', 0.001, '2026-11-15', { service: 'Network' }),
    line(null, 10, '2026-11-20', { service: 'Support' }),
  ])
})
afterAll(() => desk.close())

const preview = (rules: AllocationRule[], range = AUTUMN) =>
  desk.ask('allocation.preview', { tagId: null, rules, ...range })

/** Parts and what they bear in roubles; what nobody does stands under the empty name. */
async function borne(rules: AllocationRule[], range = AUTUMN): Promise<Record<string, string>> {
  const { parts, coverage } = await preview(rules, range)
  const found = Object.fromEntries(parts.map(({ part, costs }) => [part, costs[0]?.amount ?? '0']))
  const { assigned = '0', total = '0' } = coverage.sums[0] ?? {}
  return { ...found, '': `${assigned} of ${total}` }
}

const saying = async (rules: AllocationRule[]) =>
  (await preview(rules)).problems.map(({ code, ruleId, otherRuleId }) => [code, ruleId, otherRuleId])

describe('rules', () => {
  test('hold on their days', async () => {
    const rules = [
      rule('Старый', { where: [[when('resource', 'is', 'c1/web')]], to: day('2026-10-31') }),
      rule('Новый', { where: [[when('resource', 'is', 'c1/web')]], from: day('2026-11-01') }),
    ]
    expect(await borne(rules)).toEqual({ Старый: '60', Новый: '40', '': '100 of 310.001' })
  })

  test('look at what a resource cost in the month, ends included', async () => {
    const cost = { from: '60', to: '100', currency: 'RUB' as const }
    expect(await borne([rule('Дорогие', { cost })])).toEqual({ Дорогие: '260', '': '260 of 310.001' })
    expect(await borne([rule('Доллары', { cost: { ...cost, currency: 'USD' } })])).toMatchObject({
      '': '0 of 310.001',
    })
  })

  test('take over a tag, and leave what lacks it to the next rule', async () => {
    const rules = [rule({ kind: 'copy', dimension: 'tag:team' }), rule('Прочее')]
    expect(await borne(rules)).toEqual({ shop: '100', Прочее: '210.001', '': '310.001 of 310.001' })
  })

  test('split to the last femto: by per cent, by weight, evenly', async () => {
    const network = { where: [[when('service', 'is', 'Network')]] }
    const split = async (outcome: RuleOutcome) => {
      const { '': _, ...parts } = await borne([rule(outcome, network)])
      return parts
    }
    const third = [
      { part: 'a', percent: '33.3333' },
      { part: 'b', percent: '66.6667' },
    ]
    expect(await split({ kind: 'percent', parts: third })).toEqual({ a: '0.000333333', b: '0.000666667' })
    expect(await split({ kind: 'even', parts: ['a', 'b', 'c'] })).toEqual({
      a: '0.000333333333334',
      b: '0.000333333333333',
      c: '0.000333333333333',
    })
    const weights = [
      { part: 'a', weight: '0.5' },
      { part: 'b', weight: '1.5' },
    ]
    expect(await split({ kind: 'weight', parts: weights })).toEqual({ a: '0.00025', b: '0.00075' })
  })

  test('share by what parts cost themselves in the month; where they cost nothing it is left', async () => {
    const direct = [
      rule('Магазин', { where: [[when('tag:team', 'is', 'shop')]] }),
      rule('Банк', { where: [[when('subAccount', 'is', 'bank')]], from: day('2026-11-01') }),
    ]
    const shared = rule(
      { kind: 'metric', by: { kind: 'cost' }, parts: [] },
      { where: [[when('service', 'is', 'Support')]] },
    )
    expect(await borne([...direct, shared])).toEqual({
      Банк: '107.142857142857143',
      Магазин: '102.857142857142857',
      '': '210 of 310.001',
    })
    expect(await borne([shared])).toEqual({ '': '0 of 310.001' })
    const even = { ...shared, outcome: { kind: 'even' as const, parts: [] } }
    expect(await borne([...direct, even])).toMatchObject({ Банк: '105', Магазин: '105' })
  })

  test('share by a series that is told by parts', async () => {
    const { id } = await desk.ask('allocation.addTag', { name: 'Клиент', kind: 'client', rules: [] })
    const { id: seriesId } = await desk.ask('business.addSeries', {
      name: 'Заказы',
      unit: 'заказ',
      step: 'month',
      kind: 'flow',
      tagId: id,
    })
    const by = { kind: 'series' as const, seriesId }
    const shared = rule({ kind: 'metric', by, parts: [] }, { where: [[when('service', 'is', 'Support')]] })
    expect((await preview([shared])).problems.map(({ code }) => code)).toEqual(['series.noParts'])
    await desk.ask('business.putValues', {
      id: seriesId,
      values: [
        { day: day('2026-11-01'), part: 'a', value: '3' },
        { day: day('2026-11-01'), part: 'b', value: '1' },
      ],
    })
    expect(await borne([shared])).toMatchObject({ a: '7.5', b: '2.5' })
    const removed = desk.ask('allocation.removeTag', { id })
    await expect(removed).rejects.toMatchObject({ code: 'virtualTag.inUse', details: { users: '«Заказы»' } })
  })

  test('look at another virtual tag, at each share of what it splits, and at levels of a tree', async () => {
    const half = [
      { part: 'a', percent: '50' },
      { part: 'b', percent: '50' },
    ]
    const { id } = await desk.ask('allocation.addTag', {
      name: 'Половины',
      kind: 'other',
      rules: [rule({ kind: 'percent', parts: half }, { where: [[when('resource', 'is', 'c1/db')]] })],
    })
    const dimension = `virtual:${id}` as const
    expect(await borne([rule('А', { where: [[when(dimension, 'is', 'a')]] })])).toEqual({
      А: '100',
      '': '100 of 310.001',
    })
    const { id: tree } = await desk.ask('hierarchies.add', {
      name: 'Дерево',
      dimension,
      levels: ['Верх'],
      nodes: [{ id: 'n', parentId: null, name: 'Верхний', values: ['b'] }],
    })
    const level = `level:${tree}:0` as const
    expect(await borne([rule({ kind: 'copy', dimension: level })])).toMatchObject({ Верхний: '100' })
    expect(await borne([rule('Б', { where: [[when(level, 'is', 'n')]] })])).toMatchObject({ Б: '100' })

    const own = desk.ask('allocation.updateTag', { id, rules: [rule({ kind: 'copy', dimension: level })] })
    await expect(own).rejects.toMatchObject({
      code: 'virtualTag.badRules',
      details: { problem: 'dimension.self' },
    })
    const { id: looks } = await desk.ask('allocation.addTag', {
      name: 'Уровень',
      kind: 'other',
      rules: [rule({ kind: 'copy', dimension: level })],
    })
    const waits = { id: tree, name: 'Дерево', dimension: `virtual:${looks}` as const, levels: [], nodes: [] }
    await expect(desk.ask('hierarchies.update', waits)).rejects.toMatchObject({
      code: 'hierarchy.badDimension',
    })
    await expect(desk.ask('hierarchies.remove', { id: tree })).rejects.toMatchObject({
      code: 'hierarchy.inUse',
      details: { users: '«Уровень»' },
    })
    const { id: other } = await desk.ask('allocation.addTag', {
      name: 'Смотрит',
      kind: 'other',
      rules: [rule({ kind: 'copy', dimension })],
    })
    const round = desk.ask('allocation.updateTag', {
      id,
      rules: [rule({ kind: 'copy', dimension: `virtual:${other}` })],
    })
    await expect(round).rejects.toMatchObject({ details: { problem: 'dimension.self' } })
    const removed = desk.ask('allocation.removeTag', { id })
    await expect(removed).rejects.toMatchObject({ details: { users: '«Дерево», «Смотрит»' } })
  })

  test('that contradict are not kept, and neither are percents that are not a hundred', async () => {
    const where = [[when('service', 'is', 'Support')]]
    const add = (...rules: AllocationRule[]) =>
      desk.ask('allocation.addTag', { name: 'Плохой', kind: 'other', rules })
    await expect(add(rule('А', { where }), rule('Б', { where }))).rejects.toMatchObject({
      code: 'virtualTag.badRules',
      details: { problem: 'rule.contradicts' },
    })
    const parts = [
      { part: 'a', percent: '60' },
      { part: 'b', percent: '60' },
    ]
    await expect(add(rule({ kind: 'percent', parts }))).rejects.toMatchObject({
      details: { problem: 'percent.notHundred' },
    })
    const { items } = await desk.ask('allocation.listTags', {})
    expect(items.map(({ name }) => name)).not.toContain('Плохой')
  })

  test('that meet nothing, come too late, or meet all while others follow, are told of and kept', async () => {
    const nothing = rule('Ничего', { where: [[when('resource', 'contains', 'нет такого')]] })
    const bank = rule('Банк', { where: [[when('subAccount', 'is', 'bank')]] })
    const late = rule('Поздно', { where: [[when('resource', 'is', 'c1/db')]] })
    const all = rule('Всё', { where: [[when('provider', 'is', 'selectel')]] })
    expect(await saying([nothing, bank, late])).toEqual([
      ['rule.matchesNothing', nothing.id, null],
      ['rule.neverReached', late.id, bank.id],
    ])
    expect(await saying([all, bank])).toEqual([
      ['rule.matchesAll', all.id, bank.id],
      ['rule.neverReached', bank.id, all.id],
    ])
    expect(await saying([bank, all])).toEqual([])
    await desk.ask('allocation.addTag', { name: 'С оговорками', kind: 'other', rules: [nothing, bank, late] })
  })
})

describe('trees', () => {
  test('of a circle, or with a value that stands twice, are refused by name', async () => {
    const node = (id: string, parentId: string | null, values: string[] = []) => ({
      id,
      parentId,
      name: id,
      values,
    })
    const add = (nodes: ReturnType<typeof node>[]) =>
      desk.ask('hierarchies.add', { name: 'Плохое', dimension: 'project', levels: [], nodes })
    await expect(add([node('a', 'b'), node('b', 'a')])).rejects.toMatchObject({
      code: 'hierarchy.cycle',
      details: { name: 'a' },
    })
    await expect(add([node('a', null, ['v']), node('b', 'a', ['v'])])).rejects.toMatchObject({
      code: 'hierarchy.valueTwice',
    })
  })
})
