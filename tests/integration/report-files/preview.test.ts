import { expect, test } from 'vitest'
import { previewReport } from '#main/services/report-files/preview.ts'
import { reportPage } from '#shared/contract/page-ops.ts'
import { textsOf } from '#tests/support/paper.ts'
import { brief, documentOf, longTable } from '#tests/support/report-documents.ts'

test('a preview is the printed page, drawn by the same operations', () => {
  const first = previewReport(brief(), 1)
  expect(reportPage.parse(first.content)).toEqual(first.content)
  expect([first.page, first.pages]).toEqual([1, 2])
  const said = textsOf(first.content).map((one) => one.text)
  expect(said).toContain('Облачные расходы за октябрь\u00a02026')
  expect(said).toContain('стр. 1 из 2')
  expect(said).toContain('SHA-256 данных: появится в готовом файле')
  expect(first.blocks.find((block) => block.id === 'signatures')?.page).toBe(2)
})

test('a page beyond the last is the last', () => {
  const document = documentOf([{ kind: 'table', id: 't', title: '', table: longTable(100) }])
  const last = previewReport(document, 99_999)
  expect(last.page).toBe(last.pages)
  expect(textsOf(last.content).map((one) => one.text)).toContain('Итого')
})

test('a block in several currencies begins where the first of them does', () => {
  const twice = ['RUB', 'USD'].map((title) => ({
    kind: 'table' as const,
    id: 't',
    title,
    table: longTable(100),
  }))
  const { blocks } = previewReport(documentOf(twice), 1)
  expect(blocks.map(({ id, page }) => [id, page])).toEqual([['t', 1]])
})
