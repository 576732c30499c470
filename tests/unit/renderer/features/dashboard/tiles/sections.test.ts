import { expect, it } from 'vitest'
import type { Answer, Section } from '#renderer/app/costs/chart/answer.ts'
import { sectionIn, whyNoChange } from '#renderer/features/dashboard/tiles/sections.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { translate } from '#renderer/i18n/translate.ts'
import { day } from '#shared/lib/day.ts'

const t = (key: TextKey): string => translate('ru', key)
const range = { from: day('2026-11-01'), to: day('2026-11-19') }

const section = (total: Partial<Section['total']> = {}): Section => ({
  unit: 'RUB',
  isCurrency: true,
  groups: [],
  rest: null,
  total: { total: '5', before: '4', changeRatio: null, amounts: ['5'], lines: 1, groups: 1, ...total },
  before: ['4'],
  budget: null,
})
const answer = (facts: Partial<Answer> = {}): Answer => ({
  groupBy: [],
  period: range,
  compared: range,
  bins: [{ ...range, hour: null, isWhole: true }],
  problems: [],
  dataThrough: null,
  converted: null,
  sections: [section()],
  ...facts,
})

it('says why there is no change, and nothing where there is one or nothing is compared', () => {
  const why = (
    facts: Partial<Answer>,
    total: Partial<Section['total']> = {},
    noFullDay: string | null = null,
  ) => whyNoChange(answer(facts), section(total), noFullDay, t)
  expect(why({}, { changeRatio: '0.25' })).toBeNull()
  expect(why({ compared: null })).toBeNull()
  expect(why({}, {}, 'в этом месяце ещё нет полного дня')).toBe('в этом месяце ещё нет полного дня')
  expect(why({ problems: [{ code: 'data.begins', subject: '2026-11-01' }] })).toBe(
    'за прошлый период данные неполные',
  )
  expect(why({}, { before: '0' })).toBe('за прошлый период расходов не было')
  expect(why({ bins: [{ ...range, hour: null, isWhole: false }] })).toBe('за этот период данные неполные')
})

it('days that only the compared ones have costs for have nothing to show', () => {
  expect(sectionIn(answer({ sections: [section({ lines: 0 }), section({ total: '7' })] }))?.total.total).toBe(
    '7',
  )
  expect(sectionIn(answer({ sections: [section({ lines: 0 })] }))).toBeUndefined()
})
