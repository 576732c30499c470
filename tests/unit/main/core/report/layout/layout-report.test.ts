import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocBlock, DocRow, ReportDocument } from '#main/core/report/document.ts'
import { faultsOf, lay, layLazily, sayings, textsOf } from '#tests/support/paper.ts'
import {
  brief,
  chart,
  documentOf,
  longTable,
  serviceColumns,
  tableOf,
  wideTable,
} from '#tests/support/report-documents.ts'

const table = (id: string, of: (DocBlock & { kind: 'table' })['table'], title = 'Таблица'): DocBlock => ({
  kind: 'table',
  id,
  title,
  table: of,
})
const faults = (document: ReportDocument): string[] =>
  lay(document).pages.flatMap((page) => faultsOf(page, document.orientation))
const plain = (text: string): string => text.replace(/\s/g, '')

describe('a page', () => {
  test.each([
    ['a brief', brief()],
    ['a brief in English across', brief({ language: 'en', orientation: 'landscape' })],
    ['a long table', documentOf([table('t', longTable(400))])],
    ['more columns than fit', documentOf([table('t', wideTable(24, 60))], { orientation: 'landscape' })],
    ['more columns than fit upright', documentOf([table('t', wideTable(15, 90))])],
  ])('holds %s within its margins, nothing over anything', (_, document) => {
    expect(faults(document)).toEqual([])
  })

  const text = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('Щ', 'ы', ' ', 'W', '-', '/', '1', '東', '😀'), maxLength: 200 }),
    fc.constantFrom('Облако', 'prod-cluster/instances/worker-1234567890', 'а'.repeat(150)),
  )
  const amount = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 999 }))
    .map(([units, minor]) => `${units}.${minor}`)
  const tableBlock = fc
    .record({
      figures: fc.integer({ min: 0, max: 20 }),
      title: text,
      rows: fc.array(
        fc.record({
          name: text,
          amount: fc.option(amount),
          level: fc.nat({ max: 9 }),
          role: fc.constantFrom(undefined, undefined, 'sum' as const, 'head' as const),
        }),
        { maxLength: 40 },
      ),
      left: fc.nat({ max: 3 }),
    })
    .map(({ figures, title, rows, left }): DocBlock => {
      const columns = [
        { ...serviceColumns[0], title },
        ...Array.from({ length: figures }, (_, n) => ({ ...serviceColumns[1], key: `c${n}` })),
      ] as (typeof serviceColumns)[number][]
      const made = rows.map(
        (row): DocRow => ({
          cells: [row.name, ...columns.slice(1).map(() => (row.role === 'head' ? null : row.amount))],
          level: row.level,
          ...(row.role && { role: row.role }),
        }),
      )
      return table('t', tableOf(columns, made, { left, total: made[0] ?? null }), title)
    })
  const block: fc.Arbitrary<DocBlock> = fc.oneof(
    tableBlock,
    fc.record({ title: text, paragraphs: fc.array(text, { maxLength: 9 }) }).map(
      (facts): DocBlock => ({
        kind: 'text',
        id: 'x',
        ...facts,
      }),
    ),
    fc
      .record({ title: text, subtitle: text })
      .map((facts): DocBlock => ({ kind: 'title', id: 'i', ...facts })),
    fc
      .array(
        fc.record({ label: text, value: fc.option(amount), note: fc.option(text) }).map((facts) => ({
          figure: 'spend' as const,
          kind: 'money' as const,
          unit: 'RUB' as const,
          mood: null,
          ...facts,
        })),
        { minLength: 1, maxLength: 6 },
      )
      .map((figures): DocBlock => ({ kind: 'figures', id: 'f', figures })),
    fc.constantFrom('small' as const, 'medium' as const, 'large' as const).map(
      (height): DocBlock => ({
        kind: 'chart',
        id: 'c',
        title: 'График',
        chart,
        height,
        table: wideTable(1, 1),
      }),
    ),
    fc
      .record({ title: text, words: text, amount })
      .map((facts): DocBlock => ({ kind: 'sumInWords', id: 'w', currency: 'RUB', ...facts })),
    fc
      .array(fc.record({ role: text, name: text }), { minLength: 1, maxLength: 6 })
      .map((people): DocBlock => ({ kind: 'signatures', id: 's', people })),
    fc.constant<DocBlock>({ kind: 'pageBreak', id: 'p' }),
  )

  test('holds whatever a report is made of', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 7 }),
        fc.constantFrom('portrait' as const, 'landscape' as const),
        fc.constantFrom('ru' as const, 'en' as const),
        text,
        (blocks, orientation, language, filter) => {
          const named = blocks.map((one, i) => ({ ...one, id: `${one.id}${i}` }))
          const footer = {
            asOf: 'Сегодня',
            sources: filter,
            rates: null,
            vat: 'С НДС',
            filter: filter.repeat(9),
          }
          const document = documentOf(named, { orientation, language, footer })
          const { pages, laid } = lay(document)
          expect(pages.length).toBe(laid.pageCount)
          expect(pages.flatMap((page) => faultsOf(page, orientation))).toEqual([])
          expect(laid.blockPages.map((one) => one.id)).toEqual(
            named.filter((one) => laid.blockPages.some(({ id }) => id === one.id)).map((one) => one.id),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  test('tells its number of how many, and what the report is of', () => {
    const { pages, laid } = lay(documentOf([table('t', longTable(100))]))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map((page) => sayings([page]).filter((said) => said.startsWith('стр.')))).toEqual(
      pages.map((_, i) => [`стр. ${i + 1} из ${laid.pageCount}`]),
    )
    for (const page of pages) {
      const said = sayings([page])
      expect(said).toContain(`SHA-256 данных: ${'ab'.repeat(32)}`)
      expect(said.join(' ')).toContain('Курсы Банка России')
    }
    expect(sayings(lay(brief({ language: 'en' })).pages)).toContain('page 2 of 2')
  })

  test('is there for a report without blocks, and none is left blank at the end', () => {
    expect(lay(documentOf([])).pages).toHaveLength(1)
    const title: DocBlock = { kind: 'title', id: 'a', title: 'Отчёт', subtitle: '' }
    expect(lay(documentOf([title, { kind: 'pageBreak', id: 'b' }])).pages).toHaveLength(1)
    const broken = lay(documentOf([title, { kind: 'pageBreak', id: 'b' }, { ...title, id: 'c' }]))
    expect(broken.laid.blockPages.map(({ id, page }) => [id, page])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
    ])
  })

  test('never has signatures alone: the end of what is signed goes along', () => {
    for (let lines = 40; lines < 56; lines += 1) {
      const paragraphs = Array.from({ length: lines }, (_, i) => `Строка ${i}`)
      const people = [{ role: 'Утвердил', name: 'Иванова М. П.' }]
      const { pages } = lay(
        documentOf([
          { kind: 'text', id: 'x', title: '', paragraphs },
          { kind: 'signatures', id: 's', people },
        ]),
      )
      const signed = pages.find((page) => sayings([page]).includes('Утвердил'))
      expect(signed && sayings([signed])).toContain(`Строка ${lines - 1}`)
    }
  })

  test('without a footer still has its number', () => {
    const said = sayings(lay(brief({ footer: null })).pages)
    expect(said).toContain('стр. 1 из 2')
    expect(said.join(' ')).not.toContain('SHA-256')
  })
})

describe('a table', () => {
  test('has its head on each page, and all of its cells in their order', () => {
    const source = longTable(150)
    const { pages } = lay(documentOf([table('t', source)]))
    for (const page of pages) expect(sayings([page]).filter((said) => said === 'Начислено')).toHaveLength(1)
    const body = plain(sayings(pages).join(''))
    let at = 0
    for (const row of source.rows()) {
      const name = plain(row.cells[0] ?? '')
      const cost = `${Number(row.cells[5]?.split('.')[0])},${row.cells[5]?.split('.')[1]}₽`
      for (const wanted of [name, plain(row.cells[1] ?? ''), cost]) {
        const found = body.indexOf(wanted, at)
        expect(found, wanted).toBeGreaterThanOrEqual(at)
        at = found
      }
    }
    expect(body.indexOf('123456789,01₽', at)).toBeGreaterThan(at)
  })

  test('never parts its heading from its first rows, nor the total from the last one', () => {
    for (let above = 30; above < 46; above += 1) {
      const lines = Array.from({ length: above }, (_, i) => `Строка ${i}`)
      const { pages } = lay(
        documentOf([
          { kind: 'text', id: 'x', title: '', paragraphs: lines },
          table('t', longTable(40), 'Ресурсы за месяц'),
        ]),
      )
      const heading = pages.findIndex((page) => sayings([page]).includes('Ресурсы за месяц'))
      const first = pages.findIndex((page) => sayings([page]).includes('vm-1'))
      expect(heading).toBe(first)
      const total = pages.findIndex((page) => sayings([page]).includes('Итого'))
      expect(sayings([pages[total] as (typeof pages)[number]])).toContain('vm-39')
    }
  })

  test('with more columns than a page is wide goes on under the names once more', () => {
    const { pages } = lay(documentOf([table('t', wideTable(24, 5))], { orientation: 'landscape' }))
    const said = sayings(pages)
    expect(said.filter((one) => one.startsWith('Столбцы, часть'))).toEqual([
      'Столбцы, часть 1 из 3',
      'Столбцы, часть 2 из 3',
      'Столбцы, часть 3 из 3',
    ])
    expect(said.filter((one) => one === 'Отдел 5')).toHaveLength(3)
    for (let i = 1; i <= 24; i += 1) expect(said).toContain(`Месяц ${i}`)
    const smallest = Math.min(...pages.flatMap((page) => textsOf(page).map((one) => one.size)))
    expect(smallest).toBeGreaterThanOrEqual(6)
  })

  test('says that it is empty, what it leaves out and what is to be said of it', () => {
    const empty = tableOf(serviceColumns, [], { left: 0, note: 'Примечание' })
    expect(sayings(lay(documentOf([table('t', empty)])).pages)).toEqual(
      expect.arrayContaining(['Нет данных за этот период.', 'Примечание']),
    )
    expect(sayings(lay(documentOf([table('t', { ...wideTable(30, 0), total: null })])).pages)).toContain(
      'Нет данных за этот период.',
    )
    const some = tableOf(serviceColumns, [{ cells: ['А', '1', null, null, null] }], {
      left: 1234,
      total: { cells: ['Итого', '5', null, null, null] },
    })
    expect(sayings(lay(documentOf([table('t', some)])).pages)).toContain(
      'Не показано строк: 1\u00a0234. Итог учитывает и их.',
    )
  })

  test('keeps figures whole however great they are, and right under one another', () => {
    const rows = ['1', '999999999999999999.99', '-12345678901234567890.5'].map((amount) => ({
      cells: ['Служба', amount, amount, '0.5', '1'],
    }))
    const { pages } = lay(documentOf([table('t', tableOf(serviceColumns, rows))]))
    const figures = pages.flatMap(textsOf).filter((one) => one.text.endsWith('₽'))
    expect(figures.map((one) => plain(one.text))).toContain('−12345678901234567890,50₽')
    expect(new Set(figures.map((one) => one.x)).size).toBe(2)
    expect(figures.every((one) => one.anchor === 'end')).toBe(true)
  })

  test('reads its rows anew, and only as they are needed', () => {
    let read = 0
    const source = longTable(5000)
    const counted = {
      ...source,
      *rows() {
        for (const row of source.rows()) {
          read += 1
          yield row
        }
      },
    }
    const laid = layLazily(documentOf([table('t', counted)]))
    expect(laid.pages().next().done).toBe(false)
    expect(laid.pageCount).toBeGreaterThan(50)
    // Once for the widths, once for the number of pages, and the first page.
    expect(read).toBeGreaterThan(10_000)
    expect(read).toBeLessThan(10_200)
  })
})
