import { describe, expect, test } from 'vitest'
import { allColumns, isColumn } from '#renderer/features/ledger/columns.ts'
import { pagesAround } from '#renderer/features/ledger/use-lines.ts'
import { cellText, pairsOf } from '#renderer/features/ledger/view.ts'
import { createFormat } from '#renderer/i18n/format.ts'
import { type Translate, translate } from '#renderer/i18n/translate.ts'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import { day } from '#shared/lib/day.ts'

const format = createFormat('ru', 'Europe/Moscow')
const t: Translate = (key, params) => translate('ru', key, params)

const line = (columns: Record<string, string>): LedgerLineView => ({
  id: 'a',
  day: day('2026-10-01'),
  connectionId: 'c',
  columns,
  importId: null,
  sourceLine: null,
})
const plain = (text: string | null): string | null => text?.replace(/\s/g, ' ') ?? null
const cell = (column: string, columns: Record<string, string>): string | null =>
  plain(cellText(column, line(columns), t, format))

describe('a cell', () => {
  test('costs stand in the line’s own currency', () => {
    expect(cell('BilledCost', { BilledCost: '-1204.5', BillingCurrency: 'RUB' })).toBe('−1 204,50 ₽')
  })

  test('a cost below a kopeck does not read as nothing', () => {
    expect(cell('BilledCost', { BilledCost: '0.0000012', BillingCurrency: 'RUB' })).toBe('0,0000012 RUB')
    expect(cell('BilledCost', { BilledCost: '0', BillingCurrency: 'RUB' })).toBe('0,00 ₽')
  })

  test('quantities and prices keep every digit', () => {
    expect(cell('ListUnitPrice', { ListUnitPrice: '0.000000000000001' })).toBe('0,000000000000001')
  })

  test('instants follow the organisation’s clock, categories its language, and what is empty is none', () => {
    expect(cell('ChargePeriodStart', { ChargePeriodStart: '2026-10-01T21:00:00Z' })).toContain('02.10.2026')
    expect(cell('ChargeCategory', { ChargeCategory: 'Tax' })).toBe('Налог')
    expect(cell('ServiceName', { ServiceName: '' })).toBeNull()
    expect(cell('RegionId', {})).toBeNull()
  })
})

test('tags are told in pairs; what is no object stays as it is', () => {
  expect(pairsOf('{"env":"prod","n":1}')).toEqual([
    ['env', 'prod'],
    ['n', '1'],
  ])
  expect(pairsOf('{broken')).toBeNull()
  expect(pairsOf('["a"]')).toBeNull()
})

test('a provider’s own columns stand after FOCUS’s, known from the lines or chosen before', () => {
  const all = allColumns(['x_Discount', 'Tags', 'unknown'], ['x_Kept'])
  expect(all.slice(-2)).toEqual(['x_Discount', 'x_Kept'])
  expect(all.filter((id) => id === 'Tags')).toHaveLength(1)
  expect([isColumn('x_'), isColumn('x_a'), isColumn('BilledCost')]).toEqual([false, true, true])
})

test('windows in sight come first, and those beside them after', () => {
  expect(pagesAround(190, 215, 5_000_000)).toEqual({ inSight: [0, 1], ahead: [2] })
  expect(pagesAround(4_999_990, 4_999_999, 5_000_000)).toEqual({ inSight: [24_999], ahead: [24_998] })
})
