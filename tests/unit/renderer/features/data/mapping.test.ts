import { describe, expect, test } from 'vitest'
import {
  amountExample,
  dateExample,
  exampleOf,
  missingTargets,
  nameFromFile,
  splitTargets,
  targetsByColumn,
  withColumn,
} from '#renderer/features/data/mapping.ts'
import type { MappingSpec } from '#shared/contract/imports.ts'

const spec: MappingSpec = {
  provider: 'other',
  account: null,
  currency: null,
  columns: { date: 'Дата', cost: 'Сумма' },
  tags: ['Проект'],
  dateOrder: null,
  decimal: null,
}

describe('what a mapping lacks', () => {
  test('a currency and an account may come from a column or be one for the file', () => {
    expect(missingTargets(spec)).toEqual(['currency', 'account'])
    expect(missingTargets({ ...spec, currency: 'RUB', account: ' ' })).toEqual(['account'])
    expect(missingTargets({ ...spec, currency: 'RUB', account: '4412' })).toEqual([])
    expect(missingTargets(withColumn({ ...spec, account: '1' }, 'currency', 'Валюта'))).toEqual([])
  })

  test('a date and a cost need a column', () => {
    const { date: _date, ...columns } = spec.columns
    expect(missingTargets({ ...spec, columns, currency: 'RUB', account: '1' })).toEqual(['date'])
  })
})

describe('choosing a column', () => {
  test('a column takes the place of the one value, and is no tag any more', () => {
    const fixed = { ...spec, currency: 'RUB' as const, account: '1' }
    const next = withColumn(fixed, 'account', 'Проект')
    expect(next).toMatchObject({ account: null, currency: 'RUB', tags: [] })
    expect(next.columns.account).toBe('Проект')
  })

  test('a column can be taken back', () => {
    expect(withColumn(spec, 'cost', null).columns).toEqual({ date: 'Дата' })
  })

  test('the sample says what each column is taken for', () => {
    expect([...targetsByColumn(spec)]).toEqual([
      ['Дата', 'date'],
      ['Сумма', 'cost'],
    ])
  })

  test('what is needed and what was found stand first', () => {
    const { shown, rest } = splitTargets({ ...spec, columns: { ...spec.columns, service: 'Услуга' } })
    expect(shown).toEqual(['date', 'cost', 'currency', 'account', 'service'])
    expect(rest).not.toContain('service')
    expect(rest).toContain('region')
  })
})

describe('pieces of the file to go by', () => {
  const sample = {
    header: ['Дата', 'Сумма'],
    rows: [
      ['25.11.2026', ''],
      ['03.04.2026', '1 204,50'],
    ],
  }

  test('a date that can be read both ways', () => {
    expect(dateExample(sample)).toEqual({ text: '03.04.2026', a: 3, b: 4, year: 2026 })
    expect(dateExample({ rows: [['25.11.2026'], ['04.04.2026']] })).toBeNull()
    expect(dateExample({ rows: [['3/4/26']] })).toEqual({ text: '3/4/26', a: 3, b: 4, year: 2026 })
  })

  test('an amount that can be read both ways, with both readings', () => {
    expect(amountExample({ rows: [['12,50', '1,234']] })).toEqual({
      text: '1,234',
      '.': '1234',
      ',': '1.234',
    })
    expect(amountExample({ rows: [['-12.500']] })).toEqual({ text: '-12.500', '.': '-12.500', ',': '-12500' })
    expect(amountExample({ rows: [['03.04.2026', 'нет', '1 204,50']] })).toBeNull()
  })

  test('the first value of a column that has one', () => {
    expect(exampleOf(sample, 'Сумма')).toBe('1 204,50')
    expect(exampleOf(sample, 'Нет такого')).toBeNull()
    expect(exampleOf(sample, undefined)).toBeNull()
  })
})

test.each([
  ['Выписка хостинга 2026-10.xlsx', 'Выписка хостинга'],
  ['report_2026.10.csv.gz', 'report'],
  ['2026-10.csv', '2026-10.csv'],
])('%s is kept as %s', (fileName, name) => {
  expect(nameFromFile(fileName)).toBe(name)
})
