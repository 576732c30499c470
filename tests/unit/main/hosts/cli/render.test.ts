import { describe, expect, it } from 'vitest'
import { render, renderRows, type Words } from '#main/hosts/cli/render.ts'

const words: Words = { fact: (key) => `[${key}]`, column: (key) => `<${key}>`, instant: (ms) => `at ${ms}` }
const rows = [
  { file: '=cmd()', bytes: -1.5, isEqual: true },
  { file: 'a "b", c', bytes: null, isEqual: false },
]

describe('what a command reports', () => {
  it('is a table in the words of the person', () => {
    expect(
      render({ store: 'free', hasDemo: false, backupAt: new Date(5), holder: null }, 'table', words),
    ).toBe('[store]     [free]\n[hasDemo]   [no]\n[backupAt]  at 5\n[holder]    —\n')
    expect(renderRows(rows, ['file', 'bytes', 'isEqual'], 'table', words)).toBe(
      '<file>    <bytes>  <isEqual>\n=cmd()    -1.5     <yes>\na "b", c  —        <no>\n',
    )
  })

  it('is CSV under the names of the fields, in which no cell is a formula', () => {
    expect(renderRows(rows, ['file', 'bytes', 'isEqual'], 'csv', words)).toBe(
      'file,bytes,isEqual\r\n\'=cmd(),-1.5,true\r\n"a ""b"", c",,false\r\n',
    )
    expect(renderRows([{ difference: '-12.50' }], ['difference'], 'csv', words)).toBe(
      'difference\r\n-12.50\r\n',
    )
  })

  it('has its columns where there is no row, and is an empty list for a script', () => {
    expect(renderRows([], ['file'], 'csv', words)).toBe('file\r\n')
    expect(renderRows([], ['file'], 'table', words)).toBe('<file>\n')
    expect(renderRows([], ['file'], 'json', words)).toBe('[]\n')
  })
})
