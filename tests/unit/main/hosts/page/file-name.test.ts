import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFileName } from '#main/hosts/page/file-name.ts'

const nameOf = (text: string): string | undefined => readFileName(text, 'text/csv')?.name

describe('the name of a file to save', () => {
  it.each([
    ['infrazen-2026-10-01_2026-10-31.csv', 'infrazen-2026-10-01_2026-10-31.csv'],
    ['расходы за май.csv', 'расходы за май.csv'],
    ['C:\\Windows\\System32\\a.csv', 'a.csv'],
    ['con.csv', '_con.csv'],
    ['LPT1.x.csv', '_LPT1.x.csv'],
    ['.csv', 'InfraZen.csv'],
    ['/', 'InfraZen.csv'],
    ['a\u0000b\u2028c.csv', 'a_b_c.csv'],
  ])('%j becomes %j', (text, name) => expect(nameOf(text)).toBe(name))

  it('follows the kind of the file', () => {
    expect(readFileName('chart.csv', 'image/png')).toEqual({ name: 'chart.csv.png', extension: 'png' })
    const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    expect(readFileName('Ресурсы.xlsx', workbook)).toEqual({ name: 'Ресурсы.xlsx', extension: 'xlsx' })
    const parquet = 'application/vnd.apache.parquet'
    expect(readFileName('focus-1.2.parquet', parquet)?.name).toBe('focus-1.2.parquet')
    expect(readFileName('a.html', 'text/html')).toBeNull()
    expect(readFileName('a.xlsm', 'application/vnd.ms-excel.sheet.macroEnabled.12')).toBeNull()
  })

  it('fits every file system, whatever the page asks for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = nameOf(text) ?? ''
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(210)
        expect(name).toMatch(/^[^.~\s][^/\\:%<>"|?*\p{Cc}\p{Cf}]*\.csv$/u)
        expect(name.isWellFormed()).toBe(true)
      }),
    )
  })
})
