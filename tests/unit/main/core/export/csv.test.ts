import { describe, expect, it } from 'vitest'
import { type CsvCell, csvBytes, csvCell, csvPresets, csvText, text } from '#main/core/export/csv.ts'
import { day } from '#shared/lib/day.ts'

const ru = (cell: CsvCell): string => csvCell(cell, csvPresets.excelRu)
const machine = (cell: CsvCell): string => csvCell(cell, csvPresets.machine)

describe('CSV for Russian Excel', () => {
  it('begins with a byte order mark and never with sep=', () => {
    const out = csvText([[text('Период'), { day: day('2026-11-01') }]], csvPresets.excelRu)
    expect(out).toBe('\uFEFFПериод;01.11.2026\r\n')
  })

  it('writes amounts with a comma, whole kopecks and no separator of thousands', () => {
    expect(ru({ amount: '1234567.5', currency: 'RUB' })).toBe('1234567,50')
    expect(ru({ amount: '-0.000000000000001', currency: 'RUB' })).toBe('-0,000000000000001')
    expect(ru({ amount: '1200', currency: 'JPY' })).toBe('1200')
    expect(ru({ number: '12.5' })).toBe('12,5')
  })

  it('quotes what would break the row', () => {
    expect(ru(text('а;б'))).toBe('"а;б"')
    expect(ru(text('он "тот"'))).toBe('"он ""тот"""')
    expect(ru(text('две\r\nстроки'))).toBe('"две\r\nстроки"')
    expect(ru(null)).toBe('')
  })

  it('disarms text that a spreadsheet would run as a formula', () => {
    for (const attack of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '|calc',
      '\uFF1D1',
      '\u00A0=1',
    ]) {
      expect(ru(text(attack)).replace(/^"/, '')[0], attack).toBe("'")
    }
    expect(ru(text('=cmd|" /C calc"!A0'))).toBe(`"'=cmd|"" /C calc""!A0"`)
    expect(ru(text('web-01'))).toBe('web-01')
  })

  it('keeps numbers that Excel would cut as text', () => {
    expect(ru(text('1234567890123456'))).toBe("'1234567890123456")
    expect(ru(text('123456789012345'))).toBe('123456789012345')
  })
})

describe('CSV for programs', () => {
  it('has no mark, dots, ISO days and text as it is', () => {
    expect(
      csvText(
        [[text('=a'), { day: day('2026-11-01') }, { amount: '1.5', currency: 'RUB' }]],
        csvPresets.machine,
      ),
    ).toBe('=a,2026-11-01,1.50\r\n')
    expect(machine(text('a,b'))).toBe('"a,b"')
  })

  it('quotes a number whose decimal mark is the separator', () => {
    expect(csvCell({ number: '1.5' }, { ...csvPresets.machine, decimal: ',' })).toBe('"1,5"')
  })
})

describe('CSV for 1C and older programs', () => {
  it('is windows-1251 without a mark, and a sign that it spells as a minus is guarded', () => {
    const { win1251 } = csvPresets
    const bytes = csvBytes(csvText([[text('Ёлка 漢'), text('\u22121'), { number: '1.5' }]], win1251), win1251)
    expect(new TextDecoder('windows-1251').decode(bytes)).toBe("Ёлка ?;'-1;1,5\r\n")
    expect(bytes[0]).toBe(0xa8)
  })
})
