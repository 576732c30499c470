import { describe, expect, it } from 'vitest'
import {
  linkOfView,
  paramsOfView,
  plainView,
  viewOfLink,
  viewOfParams,
} from '#renderer/app/costs/view-query.ts'
import { type ViewSpec, viewSpec } from '#shared/contract/costs.ts'
import { day } from '#shared/lib/day.ts'

const rich: ViewSpec = viewSpec.parse({
  metric: 'effective',
  vat: 'without',
  period: { from: day('2026-01-01'), to: day('2026-03-31') },
  granularity: 'month',
  isCumulative: true,
  groupBy: ['tag:team,имя', 'level:h-1:2', 'virtual:v~1'],
  where: [
    [
      { dimension: 'service', op: 'is', values: ['A*.B', 'C*-D', '*_', 'Ё & =?#', ''] },
      { dimension: 'tag:team', op: 'empty' },
    ],
    [{ dimension: 'resource', op: 'startsWith', values: ['c1/vm*'] }],
  ],
  filterId: 'f1',
  comparison: 'budget',
  budgetId: 'b1',
  top: 25,
  look: 'treemap',
  currency: 'RUB',
  sort: { by: 'change', isDescending: false },
})

describe('a view in an address', () => {
  it('comes back whole, whatever its names hold', () => {
    expect(viewOfLink(linkOfView(rich))).toEqual(rich)
    expect(viewOfLink(`http://127.0.0.1:4173${linkOfView(rich)}`)).toEqual(rich)
    expect(viewOfLink(`infrazen:/${linkOfView(rich)}`)).toEqual(rich)
  })

  it('is short: a plain view adds nothing, and no grouping is said', () => {
    expect(linkOfView(plainView)).toBe('/costs')
    expect(linkOfView({ ...plainView, groupBy: [] })).toBe('/costs?by=')
    expect(viewOfLink('/costs?by=')?.groupBy).toEqual([])
    expect(viewOfLink('/costs?by=nonsense')?.groupBy).toEqual(plainView.groupBy)
    expect(linkOfView({ ...plainView, groupBy: ['project'], period: { preset: 'm14' } })).toBe(
      '/costs?p=m14&by=project',
    )
  })

  it('falls back field by field where an address makes no sense', () => {
    const params = new URLSearchParams(
      'm=gold&g=month&p=2026-02-31..2026-01-01&by=nothing&by=service&by=service&top=900&sort=-name&w=service*.near*.x&w=owner*.empty',
    )
    expect(viewOfParams(params)).toEqual({
      ...plainView,
      granularity: 'month',
      groupBy: ['service'],
      sort: { by: 'name', isDescending: true },
      where: [[{ dimension: 'owner', op: 'empty', values: [] }]],
    })
  })

  it('is told apart from other addresses', () => {
    expect(viewOfLink('/ledger?m=list')).toBeNull()
    expect(viewOfLink('hello')).toBeNull()
    expect(paramsOfView(plainView).toString()).toBe('')
  })
})
