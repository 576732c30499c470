import { expect, it } from 'vitest'
import { refuseRows } from '#main/core/export/row-limits.ts'
import { describeError } from '#shared/texts/errors.ts'

it('two million rows go into a workbook of two sheets; what no spreadsheet opens is refused in a sentence', () => {
  expect(() => refuseRows(2_000_000, 'xlsx')).not.toThrow()
  expect(() => refuseRows(6_000_000, 'csv')).not.toThrow()
  expect(() => refuseRows(6_000_000, 'xlsx')).toThrow('export.tooManyRows')
  expect(() => refuseRows(0, 'csv')).toThrow('export.nothing')
  const details = { rows: 6_000_000, most: 5_000_000 }
  const { title, next } = describeError({ code: 'export.tooManyRows', details }, 'ru')
  expect(`${title} ${next}`).toMatch(/Строк 6.*не больше 5.*CSV/)
})
