import { describe, expect, it } from 'vitest'
import { numberedName, safeFileName } from '#main/core/rules/file-names.ts'

describe('names of files', () => {
  it.each([
    ['Расходы за октябрь 2026', 'Расходы за октябрь 2026'],
    ['Счёт «Ромашка»: 1/2 <черновик>?', 'Счёт «Ромашка»_ 1_2 _черновик__'],
    ['отчёт...  ', 'отчёт'],
    ['..\\..\\etc\\passwd', '_.._etc_passwd'],
    ['CON', '_CON'],
    ['nul.2026', '_nul.2026'],
    ['COM1', '_COM1'],
    ['console', 'console'],
    ['a\u0000b\nc', 'a_b_c'],
    ['gpj.\u202etcejorp', 'gpj._tcejorp'],
  ])('%j becomes %j', (wanted, name) => {
    expect(safeFileName(wanted, 'report')).toBe(name)
  })

  it.each(['', '   ', '...', '???', '\u202e'])('%j has a name to fall back to', (wanted) => {
    expect(safeFileName(wanted, 'report')).toBe('report')
  })

  it('is short enough for every file system, and no letter is cut in two', () => {
    const name = safeFileName('Отчёт😀'.repeat(60), 'report')
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180)
    expect(name.isWellFormed()).toBe(true)
  })

  it('numbers before the ending', () => {
    expect(numberedName('отчёт.за.год.pdf', 2)).toBe('отчёт.за.год (2).pdf')
    expect(numberedName('отчёт', 3)).toBe('отчёт (3)')
  })
})
