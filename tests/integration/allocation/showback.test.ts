import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import { day } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { bill, type Desk, openDesk, rule, when } from './desk.ts'

const NOVEMBER = { from: day('2026-11-01'), to: day('2026-11-30') }
const OCTOBER = { compareFrom: day('2026-10-01'), compareTo: day('2026-10-31') }
let desk: Desk
let tagId: string

const machine = (name: string, amount: number, on = '2026-11-02', more = {}) =>
  bill({ amount, day: on, key: { resourceRef: name, resourceName: name, ...more } })

beforeAll(async () => {
  desk = await openDesk([
    machine('shop-1', 100),
    machine('shop-1', 50, '2026-10-05'),
    machine('bank-1', 200.001),
    machine('network', 100),
    machine('orphan', 0.1),
    machine('refund', -33.333, '2026-11-09'),
  ])
  const { id } = await desk.ask('allocation.addTag', {
    name: 'Подразделение',
    kind: 'department',
    rules: [
      rule('Магазин', { where: [[when('resource', 'startsWith', 'shop')]] }),
      rule('Банк', { where: [[when('resource', 'startsWith', 'bank')]] }),
      rule(
        { kind: 'metric', by: { kind: 'cost' }, parts: [] },
        { where: [[when('resource', 'is', 'c1/network')]] },
      ),
    ],
  })
  tagId = id
})
afterAll(() => desk.close())

const rowsOf = (
  rows: readonly { label: string | null; direct: string; shared: string; remainder: string; total: string }[],
) => rows.map(({ label, direct, shared, remainder, total }) => [label, direct, shared, remainder, total])

describe('who bears what', () => {
  test('own costs, shared ones by what the parts cost themselves, and what nobody has', async () => {
    const found = await desk.ask('allocation.getShowback', { by: { tagId }, ...NOVEMBER, ...OCTOBER })
    expect(rowsOf(found.rows)).toEqual([
      ['Банк', '200.001', '66.666777777407409', '0', '266.667777777407409'],
      ['Магазин', '100', '33.333222222592591', '0', '133.333222222592591'],
      [null, '-33.233', '0', '0', '-33.233'],
    ])
    expect(found.total).toBe('366.768')
    expect(found.rows.map(({ before, changeRatio, resources }) => [before, changeRatio, resources])).toEqual([
      ['0', null, 1],
      ['50', '1.666664', 1],
      ['0', null, 2],
    ])
  })

  test('charged back, all is paid for to the last femto', async () => {
    const { rows, total } = await desk.ask('allocation.getShowback', {
      by: { tagId },
      ...NOVEMBER,
      mode: 'chargeback',
    })
    expect(rows.map(({ label }) => label)).toEqual(['Банк', 'Магазин'])
    const sum = rows.reduce((so, row) => so + (parseDecimal(row.total) ?? 0n), 0n)
    expect(sum).toBe(parseDecimal('366.768'))
    expect(total).toBe('366.768')
    expect(rows.reduce((so, row) => so + (parseDecimal(row.remainder) ?? 0n), 0n)).toBe(
      parseDecimal('-33.233'),
    )
  })

  test('a tree adds its branches up, and keeps apart what has no place in it', async () => {
    const node = (id: string, parentId: string | null, values: string[] = []): HierarchyNode => ({
      id,
      parentId,
      name: `${id}!`,
      values,
    })
    const { id: hierarchyId } = await desk.ask('hierarchies.add', {
      name: 'Холдинг',
      dimension: `virtual:${tagId}`,
      levels: ['Холдинг', 'Компания'],
      nodes: [node('holding', null), node('retail', 'holding', ['Магазин']), node('empty', 'holding')],
    })
    const found = await desk.ask('allocation.getShowback', { by: { hierarchyId }, ...NOVEMBER })
    expect(
      found.rows.map(({ key, parentKey, depth, total, resources }) => [
        key,
        parentKey,
        depth,
        total,
        resources,
      ]),
    ).toEqual([
      ['holding', null, 0, '133.333222222592591', 1],
      ['retail', 'holding', 1, '133.333222222592591', 1],
      ['empty', 'holding', 1, '0', 0],
      [null, null, 0, '233.434777777407409', 4],
    ])
    expect(found.total).toBe('366.768')
    const { items } = await desk.ask('hierarchies.list', {})
    expect(items[0]?.unplaced).toEqual(['Банк'])

    const file = await desk.ask('allocation.exportShowback', {
      by: { hierarchyId },
      ...NOVEMBER,
      format: 'csv',
      preset: 'machine',
      language: 'ru',
    })
    expect(file.data.split('\r\n').slice(0, 3)).toEqual([
      'Холдинг,Уровень,"Свои, RUB","Общие, RUB","Всего, RUB","Доля, %",Ресурсов',
      'holding!,Холдинг,100.00,33.333222222592591,133.333222222592591,36.3536,1',
      'retail!,Компания,100.00,33.333222222592591,133.333222222592591,36.3536,1',
    ])
    await desk.ask('hierarchies.remove', { id: hierarchyId })
  })

  test('a tag that is off is told of, and so is one that is gone', async () => {
    await desk.ask('allocation.updateTag', { id: tagId, isOn: false })
    const asked = desk.ask('allocation.getShowback', { by: { tagId }, ...NOVEMBER })
    await expect(asked).rejects.toMatchObject({
      code: 'virtualTag.isOff',
      details: { name: 'Подразделение' },
    })
    await desk.ask('allocation.updateTag', { id: tagId, isOn: true })
    const gone = desk.ask('allocation.getShowback', { by: { tagId: 'no-such' }, ...NOVEMBER })
    await expect(gone).rejects.toMatchObject({ code: 'virtualTag.notFound' })
  })
})
