import { describe, expect, it } from 'vitest'
import { copyText } from '#renderer/ui/grid/copy-text.ts'
import { bodyRows, copiedCells } from '#renderer/ui/grid/picked-rows.ts'
import type { GridCell, GridColumn, GridRow } from '#renderer/ui/grid/types.ts'

const money = (exact: string): GridCell => ({ text: '12,35 ₽', exact, unit: 'RUB' })

describe('cells for the clipboard', () => {
  it('are tab-separated, with whole figures by the decimal mark of the language', () => {
    const rows = [
      [{ text: 'Диски' }, money('12.3456789')],
      [{ text: 'Серверы' }, money('-0.000001')],
    ]
    expect(copyText(rows, 'ru').text).toBe('Диски\t12,3456789\r\nСерверы\t-0,000001')
    expect(copyText(rows, 'en').text).toBe('Диски\t12.3456789\r\nСерверы\t-0.000001')
  })

  it('tell a spreadsheet figures as figures and texts as texts', () => {
    const { html } = copyText([[{ text: '00042' }, money('1234.5')]], 'ru')
    expect(html).toContain(`<td style="mso-number-format:'\\@'">00042</td>`)
    expect(html).toContain('<td align="right" x:num="1234.5" sdval="1234.5">1234,5</td>')
  })

  it('neither break the table nor run as formulas', () => {
    const wild = [{ text: '=HYPERLINK("http://x")' }, { text: 'a\tb\nc' }, { text: '<b>&' }, money('-5')]
    const { text, html } = copyText([wild], 'ru')
    expect(text).toBe('\'=HYPERLINK("http://x")\ta b c\t<b>&\t-5')
    expect(html).toContain('&lt;b&gt;&amp;')
    expect(html).not.toContain('<b>')
  })
})

const columns: GridColumn[] = ['name', 'cost'].map((id) => ({
  id,
  label: `head of ${id}`,
  width: 100,
  align: 'start',
}))
const row = (i: number): GridRow => ({ key: String(i), cells: [{ text: `n${i}` }, money(String(i))] })

describe('what is picked', () => {
  it('has the heads where whole columns are, and not where cells are', () => {
    const span = { top: 0, bottom: 1, left: 1, right: 1 }
    const texts = (reach: 'cells' | 'columns') =>
      copiedCells(span, reach, columns, [row(0), row(1)]).map((cells) => cells.map(({ text }) => text))
    expect(texts('columns')[0]).toEqual(['head of cost'])
    expect(texts('cells')).toHaveLength(2)
  })

  it('is gathered where some of its rows are not here, and fails where nobody can gather it', async () => {
    const rowAt = (i: number) => (i < 3 ? row(i) : null)
    const span = { top: 0, bottom: 9, left: 0, right: 1 }
    const asked: number[][] = []
    const source = { count: 10, rowAt, foot: [] }
    expect(bodyRows({ ...span, bottom: 2 }, source)).toHaveLength(3)
    expect(bodyRows(span, source)).toBeNull()
    const rows = await bodyRows(span, {
      ...source,
      rowsBetween: async (first, last) => {
        asked.push([first, last])
        return Array.from({ length: last - first + 1 }, (_, i) => row(first + i))
      },
    })
    expect(asked).toEqual([[0, 9]])
    expect(rows).toHaveLength(10)
  })
})
