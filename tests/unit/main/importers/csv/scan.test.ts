import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvScanner } from '#main/importers/csv/scan.ts'

type Read = { line: number; cells: string[]; raw: string; isCut: boolean }

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function scan(pieces: readonly Uint8Array[], separator = ','): Read[] {
  const rows: Read[] = []
  const scanner = new CsvScanner(separator, (row) => {
    rows.push({ line: row.line, cells: row.toCells(), raw: row.raw(), isCut: row.isCut })
  })
  for (const piece of pieces) scanner.push(piece)
  scanner.finish()
  return rows
}

const cells = (text: string, separator = ','): string[][] =>
  scan([bytesOf(text)], separator).map((r) => r.cells)

test('reads bare and quoted cells, doubled quotes, and every kind of line end', () => {
  expect(cells('a,"b, ""c""",\r\n"",d"e,"x"y\rlast')).toEqual([
    ['a', 'b, "c"', ''],
    ['', 'd"e', 'xy'],
    ['last'],
  ])
})

test('counts the lines of the file, with those inside of quotes and the blank ones', () => {
  const rows = scan([bytesOf('h\n\n"a\nb\r\nc",2\n\r\nz')])
  expect(rows.map((row) => row.line)).toEqual([1, 3, 7])
  expect(rows[1]?.raw).toBe('"a\nb\r\nc",2')
})

test('drops the byte order mark and takes any separator', () => {
  expect(cells('\ufeffдата;сумма\n1;2', ';')).toEqual([
    ['дата', 'сумма'],
    ['1', '2'],
  ])
  expect(cells('a\tb|c', '\t')).toEqual([['a', 'b|c']])
})

test('tells a quote that is never closed as a row of its own line and reads on after it', () => {
  const rows = scan([bytesOf('a,b\n1,"2\n3,4\n5,6')])
  expect(rows.map(({ line, raw, isCut }) => [line, raw, isCut])).toEqual([
    [1, 'a,b', false],
    [2, '1,"2', true],
    [3, '3,4', false],
    [4, '5,6', false],
  ])
})

test('a file that ends within a quoted cell tells its last row as cut', () => {
  expect(scan([bytesOf('a\n"b')]).at(-1)).toMatchObject({ raw: '"b', isCut: true, line: 2 })
})

test('a cut at any byte changes nothing', () => {
  const text = '\ufeffимя,"b ""q"""\r\n"много\r\nстрок\n",2\r\r\n,"" \n"x"y,й\n"open,1\n2,3'
  const bytes = bytesOf(text)
  const whole = scan([bytes])
  for (let at = 0; at <= bytes.length; at += 1) {
    expect(scan([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole)
  }
  expect(scan(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole)
})

test('whatever the bytes, cuts change nothing and no line is lost', () => {
  const noise = fc.array(fc.constantFrom('a', 'ж', ',', '"', '""', '\n', '\r', '\r\n', ' '), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(noise, fc.integer({ min: 1, max: 7 }), (parts, size) => {
      const bytes = bytesOf(parts.join(''))
      const pieces: Uint8Array[] = []
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
      const whole = scan([bytes])
      expect(scan(pieces)).toEqual(whole)
      const told = whole.map((row) => row.raw).join('')
      expect(told.replace(/[\r\n]/g, '')).toBe(parts.join('').replace(/[\r\n]/g, ''))
    }),
    { numRuns: 400 },
  )
})

test('cells as a writer quotes them come back as they were', () => {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
      const text = rows.map((row) => row.map(quoted).join(';')).join('\r\n')
      expect(cells(text, ';')).toEqual(rows.map((row) => row.map((cell) => cell.toWellFormed())))
    }),
    { numRuns: 200 },
  )
})

test('a row longer than a megabyte is one whose quote was not closed', () => {
  const rows = scan([bytesOf(`1,"${`${'x'.repeat(999)}\n`.repeat(1200)}`), bytesOf('"\n7,8\n')])
  expect(rows[0]).toMatchObject({ line: 1, raw: `1,"${'x'.repeat(999)}`, isCut: true })
  expect(rows.at(-1)?.cells).toEqual(['7', '8'])
})
