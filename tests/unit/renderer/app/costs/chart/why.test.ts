import { describe, expect, it } from 'vitest'
import { type Explanation, reasonsOf, waterfallSteps, whatOf } from '#renderer/app/costs/chart/why.ts'
import { translate } from '#renderer/i18n/translate.ts'
import type { EffectView } from '#shared/contract/explorer.ts'
import { day } from '#shared/lib/day.ts'

const t = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
  translate('ru', key, params)

const effect = (kind: EffectView['kind'], keys: (string | null)[], amount: string): EffectView => ({
  kind,
  amount,
  groups: 1,
  items: [{ keys, labels: keys, amount, since: day('2026-03-09'), from: null, to: null, unit: null }],
})

const answer = (effects: EffectView[]): Explanation => ({
  groupBy: [],
  period: { from: day('2026-03-01'), to: day('2026-03-31') },
  compared: { from: day('2026-02-01'), to: day('2026-02-28') },
  bins: [],
  problems: [],
  dataThrough: null,
  converted: null,
  unit: 'RUB',
  before: '1000',
  after: '1212',
  effects,
})

describe('why costs changed', () => {
  it('leaves out what rounding a price has left', () => {
    const told = {
      groupBy: ['service'] as const,
      answer: answer([effect('price', ['Сеть'], '-0.000000000000001')]),
    }
    expect(reasonsOf(told, null)).toEqual([])
  })

  it('tells prices by service and provider, and what is new by service and project, the weightiest first', () => {
    const prices = {
      groupBy: ['service', 'provider'] as const,
      answer: answer([
        effect('new', ['Серверы', 'selectel'], '96'),
        effect('price', ['Диски', 'selectel'], '140'),
        effect('gone', ['Сеть', 'beget'], '-24'),
      ]),
    }
    const things = {
      groupBy: ['service', 'project'] as const,
      answer: answer([
        effect('new', ['Серверы', 'Витрина'], '96'),
        // Told of other data meanwhile: not taken.
        effect('gone', ['Сеть', null], '-25'),
      ]),
    }
    expect(reasonsOf(prices, things).map((reason) => `${reason.kind} ${whatOf(reason, t, 'ru')}`)).toEqual([
      'price Диски, Selectel',
      'new Серверы, проект «Витрина»',
      'gone Сеть, Beget',
    ])
  })

  it('draws what was, what changed it and what came of it, and hairlines as one step', () => {
    const steps = waterfallSteps(
      answer([
        effect('price', ['a'], '140'),
        effect('volume', ['a'], '72'),
        effect('rate', ['a'], '0.4'),
        effect('discount', ['a'], '-0.4'),
      ]),
      t,
    )
    expect(steps.map(({ id, amount }) => [id, amount])).toEqual([
      ['before', '1000'],
      ['price', '140'],
      ['volume', '72'],
      ['after', '1212'],
    ])
  })
})
