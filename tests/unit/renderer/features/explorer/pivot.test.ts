import { describe, expect, it } from 'vitest'
import { pivotOf } from '#renderer/features/explorer/pivot.ts'
import { translate } from '#renderer/i18n/translate.ts'
import type { GroupView } from '#shared/contract/explorer.ts'

const group = (provider: string, service: string | null, total: string): GroupView => ({
  keys: [provider, service],
  labels: [null, service],
  total,
  before: null,
  changeRatio: null,
  amounts: [total],
  lines: 1,
})

const t = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
  translate('ru', key, params)

const groups = [
  group('selectel', 'Диски', '10.005'),
  group('selectel', 'Сеть', '3'),
  group('beget', 'Диски', '4.1'),
  group('beget', null, '2'),
  group('beget', 'Почта', '-1'),
]

describe('a pivot', () => {
  it('adds up exactly across and down', () => {
    const { columns, rows, totals, total } = pivotOf(groups, ['provider', 'service'], '18.105', 10, t, 'ru')
    expect(columns.map(({ label }) => label)).toEqual(['Диски', 'Сеть', 'Не указано', 'Почта'])
    expect(rows.map(({ names, amounts, total: sum }) => [...names, ...amounts, sum])).toEqual([
      ['Selectel', '10.005', '3', null, null, '13.005'],
      ['Beget', '4.1', null, '2', '-1', '5.1'],
    ])
    expect(totals).toEqual(['14.105', '3', '2', '-1'])
    expect(total).toBe('18.105')
  })

  it('puts small values together and what was not read into a line of its own', () => {
    const { columns, rows, totals } = pivotOf(groups, ['provider', 'service'], '20.105', 2, t, 'ru')
    expect(columns.map(({ label }) => label)).toEqual(['Диски', 'Сеть', 'Прочее (2)'])
    expect(rows.at(-1)).toMatchObject({ names: ['Прочее'], total: '2', keys: null })
    expect(rows.map(({ amounts }) => amounts[2])).toEqual([null, '1', null])
    expect(totals).toEqual(['14.105', '3', '1'])
  })
})
