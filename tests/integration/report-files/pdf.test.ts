import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { DocTable, ReportDocument } from '#main/core/report/document.ts'
import { layoutReport } from '#main/core/report/layout/layout-report.ts'
import { chartOps } from '#main/services/report-files/chart-ops.ts'
import { paperFonts } from '#main/services/report-files/fonts.ts'
import { writePdf } from '#main/services/report-files/pdf.ts'
import { textsOf } from '#tests/support/paper.ts'
import { brief, documentOf, longTable, serviceColumns, tableOf } from '#tests/support/report-documents.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const checksum = '0123456789abcdef'.repeat(4)
const never = new AbortController().signal

async function written(document: ReportDocument, signal = never): Promise<{ path: string; bytes: Buffer }> {
  const path = join(tempFolder(), 'report.pdf')
  await writePdf({ document, path, checksum, signal })
  return { path, bytes: readFileSync(path) }
}

const plain = (text: string): string => text.replace(/\s/g, '')

async function pagesOf(bytes: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
  return text.map(plain)
}

function laidTexts(document: ReportDocument): string[] {
  const { measure, visible } = paperFonts()
  const laid = layoutReport(
    document,
    { measure, visible, chartOps },
    { language: document.language, checksum },
  )
  return [...laid.pages()].map((page) =>
    plain(
      textsOf(page)
        .map((one) => visible(one.text))
        .join(''),
    ),
  )
}

describe('a report as PDF', () => {
  test.each([
    ['in Russian', brief()],
    ['in English, across', brief({ language: 'en', orientation: 'landscape' })],
    ['of many pages', documentOf([{ kind: 'table', id: 't', title: 'Ресурсы', table: longTable(300) }])],
  ])('%s has the text that was laid out, to be selected and searched', async (_, document) => {
    const { bytes } = await written(document)
    const pages = await pagesOf(bytes)
    const laid = laidTexts(document)
    expect(pages).toHaveLength(laid.length)
    // Charts hold their texts in another order than one reads them; hence letter by letter.
    const letters = (text: string): string => [...text].sort().join('')
    expect(pages.map(letters)).toEqual(laid.map(letters))
    expect(pages[0]).toContain(plain(document.organisation))
  })

  test('reads row by row', async () => {
    const document = documentOf([{ kind: 'table', id: 't', title: 'Ресурсы', table: longTable(40) }])
    expect(await pagesOf((await written(document)).bytes)).toEqual(laidTexts(document))
  })

  test('carries its two fonts and no picture', async () => {
    const source = (await written(brief())).bytes.toString('latin1')
    const fonts = new Set(source.match(/\/FontName \/\S+/g))
    expect([...fonts].map((name) => name.replace(/^.*\+/, '')).sort()).toEqual([
      'GolosText-Regular',
      'GolosText-SemiBold',
    ])
    expect(source.match(/\/FontFile2 /g)).toHaveLength(2)
    expect(source).not.toContain('/Image ')
    expect(source).not.toContain('/Subtype /Image')
    expect(source).not.toContain('Helvetica')
    // Two subsets and two pages: whole fonts alone would take more.
    expect(source.length).toBeLessThan(90_000)
  })

  test('says what it is, whose, and as of when', async () => {
    const { bytes } = await written(brief({ title: 'Отчёт <«R&D»>' }))
    const pdf = await getDocumentProxy(new Uint8Array(bytes))
    const { info } = await getMeta(pdf)
    expect(info).toMatchObject({
      Title: 'Отчёт <«R&D»>',
      Author: 'ООО «Северный ветер»',
      CreationDate: 'D:20261105073000Z',
      Language: 'ru-RU',
    })
    const first = await pdf.getPage(1)
    expect(first.view.map(Math.round)).toEqual([0, 0, 595, 842])
  })

  test('lists its blocks where there are pages to leaf through', async () => {
    const table = longTable(150)
    const document = documentOf([
      { kind: 'table', id: 'a', title: 'Ресурсы', table },
      { kind: 'table', id: 'b', title: 'Ещё раз', table },
    ])
    const pdf = await getDocumentProxy(new Uint8Array((await written(document)).bytes))
    expect((await pdf.getOutline()).map((one) => one.title)).toEqual(['Ресурсы', 'Ещё раз'])
    expect(
      await (await getDocumentProxy(new Uint8Array((await written(brief())).bytes))).getOutline(),
    ).toBeNull()
  })

  test('is the same to the byte when it is made again', async () => {
    const first = await written(brief())
    const atMs = Date.now()
    await expect.poll(() => Date.now()).not.toBe(atMs)
    expect((await written(brief())).bytes.equals(first.bytes)).toBe(true)
    expect((await written(brief({ asOfMs: 1 }))).bytes.equals(first.bytes)).toBe(false)
  })

  test('shows what its font lacks by a sign', async () => {
    const table = tableOf(serviceColumns, [{ cells: ['東京 😀 ▲', '1', '1', null, null] }])
    const { bytes } = await written(documentOf([{ kind: 'table', id: 't', title: '', table }]))
    expect((await pagesOf(bytes)).join('')).toContain('???↑')
  })
})

describe('writing', () => {
  test('goes page by page, however long the table', async () => {
    const document = documentOf([{ kind: 'table', id: 't', title: 'Ресурсы', table: longTable(20_000) }])
    let highest = 0
    const used = (): number => process.memoryUsage().external + process.memoryUsage().arrayBuffers
    const before = used()
    const watch = setInterval(() => {
      highest = Math.max(highest, used())
    }, 5)
    const { path } = await written(document)
    clearInterval(watch)
    expect(highest).toBeGreaterThan(0)
    const size = statSync(path).size
    expect(size).toBeGreaterThan(2_000_000)
    expect(highest - before).toBeLessThan(60_000_000)
  })

  test('stops when it is told to, and leaves nothing behind', async () => {
    const stop = new AbortController()
    const path = join(tempFolder(), 'report.pdf')
    const table: DocTable = {
      ...longTable(50_000),
      *rows() {
        let at = 0
        for (const row of longTable(50_000).rows()) {
          at += 1
          if (at === 20_000) stop.abort(new Error('nobody waits any more'))
          yield row
        }
      },
    }
    const document = documentOf([{ kind: 'table', id: 't', title: '', table }])
    const writing = writePdf({ document, path, checksum, signal: stop.signal })
    await expect(writing).rejects.toThrow('nobody waits any more')
    expect(existsSync(path)).toBe(false)
    await expect(writePdf({ document, path, checksum, signal: stop.signal })).rejects.toThrow('nobody waits')
  })

  test('tells by its own code why the disk refused', async () => {
    const nowhere = join(tempFolder(), 'missing', 'report.pdf')
    await expect(
      writePdf({ document: brief(), path: nowhere, checksum, signal: never }),
    ).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })

  test.runIf(existsSync('/dev/full'))('tells that the disk is full', async () => {
    const path = join(tempFolder(), 'report.pdf')
    symlinkSync('/dev/full', path)
    onTestFinished(() => expect(existsSync('/dev/full')).toBe(true))
    await expect(writePdf({ document: brief(), path, checksum, signal: never })).rejects.toMatchObject({
      code: 'ENOSPC',
    })
    expect(existsSync(path)).toBe(false)
  })
})
