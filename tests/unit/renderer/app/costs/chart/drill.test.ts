import { describe, expect, it } from 'vitest'
import { intoBin, intoGroup, nextGrouping } from '#renderer/app/costs/chart/drill.ts'
import { plainView } from '#renderer/app/costs/view-query.ts'
import { day } from '#shared/lib/day.ts'

const levels = [
  { hierarchyId: 'h', depth: 0 },
  { hierarchyId: 'h', depth: 1 },
]

describe('a step down', () => {
  it('goes from a provider over a service and a resource to the lines', () => {
    const first = intoGroup({ ...plainView, groupBy: ['provider'] }, ['provider'], ['selectel'], levels)
    expect(first).toEqual({
      spec: { where: [[{ dimension: 'provider', op: 'is', values: ['selectel'] }]], groupBy: ['service'] },
      isLines: false,
    })
    const second = intoGroup({ ...plainView, ...first.spec }, ['service'], [null], levels)
    expect(second.spec.groupBy).toEqual(['resource'])
    expect(second.spec.where?.[0]).toContainEqual({ dimension: 'service', op: 'empty', values: [] })
    const third = intoGroup({ ...plainView, ...second.spec }, ['resource'], ['c1/vm-1'], levels)
    expect(third.isLines).toBe(true)
    expect(third.spec.where?.[0]).toHaveLength(3)
  })

  it('follows a hierarchy to its end before it leaves it', () => {
    expect(nextGrouping(['level:h:0'], plainView, levels)).toBe('level:h:1')
    expect(nextGrouping(['level:h:1'], plainView, levels)).toBe('service')
    expect(nextGrouping(['virtual:v'], plainView, levels)).toBe('service')
  })

  it('does not cut by what the filter has settled already, unless another group of conditions says otherwise', () => {
    const one = [{ dimension: 'service' as const, op: 'is' as const, values: ['Диски'] }]
    const other = [{ dimension: 'service' as const, op: 'is' as const, values: ['Сеть'] }]
    expect(nextGrouping(['provider'], { ...plainView, where: [one] }, levels)).toBe('resource')
    expect(nextGrouping(['provider'], { ...plainView, where: [one, other] }, levels)).toBe('service')
  })

  it('into a bin takes its days and a finer step', () => {
    const bin = { from: day('2026-03-01'), to: day('2026-03-31') }
    expect(intoBin({ ...plainView, granularity: 'month', isCumulative: true }, bin)).toEqual({
      period: bin,
      granularity: 'day',
      isCumulative: false,
    })
    expect(intoBin({ ...plainView, granularity: 'day' }, { ...bin, to: bin.from }).granularity).toBe('total')
  })
})
