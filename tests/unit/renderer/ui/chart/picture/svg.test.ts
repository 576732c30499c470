import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { pictureLayout } from '#renderer/ui/chart/picture/layout.ts'
import { pictureSvg } from '#renderer/ui/chart/picture/svg.ts'
import { binsOption } from '#shared/charts/bins-option.ts'
import { formatMoney } from '#shared/lib/format-money.ts'
import { themeOf } from '../theme.ts'

const theme = themeOf('light')
const measure = (words: string, size: number): number => words.length * size * 0.55
const money = (amount: string): string => formatMoney({ amount, currency: 'RUB' }, 'ru')

const rows = [
  { label: 'Диски & <снимки>', amount: '1234567.891234' },
  { label: 'Очень длинное имя сервиса, которое не помещается ни в один столбец подписи', amount: '-0.005' },
  ...Array.from({ length: 10 }, (_, i) => ({ label: `Сервис ${i}`, amount: String(i * 1000 + 0.25) })),
]
const words = {
  title: 'Затраты по сервисам',
  subtitle: '1 ноября – 19 ноября 2026',
  mark: 'ДЕМО',
  legend: rows.map(({ label, amount }, i) => ({
    label,
    value: money(amount),
    amount,
    color: theme.series[i] ?? theme.rest,
  })),
  foot: 'InfraZen · Данные по 19 ноября',
}
const option = binsOption(
  {
    look: 'bars',
    bins: ['1 <ноя> & "', '2 ноя'].map((short) => ({ short, title: short, isWhole: true })),
    parts: [{ id: 'disks', label: 'Диски', rank: 0, amounts: ['700', '900'] }],
    totals: ['700', '900'],
    before: null,
    budget: null,
    marks: [],
  },
  theme,
  { exact: money, compact: money },
  { total: '', before: '', budget: '', incomplete: '' },
)

type Text = { '#text'?: string; '@_data-amount'?: string; '@_x': string; '@_y': string }

function textsOf(svg: string): Text[] {
  const found: Text[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk)
    else if (typeof node === 'object' && node !== null)
      for (const [name, value] of Object.entries(node)) {
        if (name === 'text') found.push(...(Array.isArray(value) ? value : [value]))
        else walk(value)
      }
  }
  walk(
    new XMLParser({ ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false }).parse(svg),
  )
  return found
}

describe('a chart as a picture of vectors', () => {
  const layout = pictureLayout(words, { width: 1280, height: 720 }, theme, measure)
  const svg = pictureSvg(layout, option, theme)
  const texts = textsOf(svg)

  it('tells every figure of the table as it is read, and exactly', () => {
    const figures = texts.filter((text) => text['@_data-amount'] !== undefined)
    expect(figures.map((text) => text['@_data-amount'])).toEqual(rows.map(({ amount }) => amount))
    expect(figures.map((text) => text['#text'])).toEqual(rows.map(({ amount }) => money(amount)))
  })

  it('is read by any program that reads XML, whatever names are in it', () => {
    expect(XMLValidator.validate(svg)).toBe(true)
  })

  it('says what it is, of when, and that its figures are invented', () => {
    const said = texts.map((text) => text['#text'])
    for (const each of [words.title, words.subtitle, words.mark, words.foot, '2 ноя'])
      expect(said).toContain(each)
    expect(svg).toContain('Golos Text Variable')
    expect(said).toContain('Диски & <снимки>')
  })

  it('keeps its words apart', () => {
    const boxes = layout.texts.map(({ words: said, x, y, size }) => ({
      left: x,
      right: x + measure(said, size),
      top: y - size,
      bottom: y,
    }))
    for (const [i, a] of boxes.entries()) {
      expect(a.right).toBeLessThanOrEqual(1280 - 20)
      for (const b of boxes.slice(i + 1))
        expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true)
    }
  })

  it('grows where its legend is long rather than squeezing the chart', () => {
    const long = { ...words, legend: Array.from({ length: 50 }, () => words.legend[0] ?? words.legend[1]) }
    const grown = pictureLayout(long as typeof words, { width: 600, height: 400 }, theme, measure)
    expect(grown.chart.height).toBeGreaterThanOrEqual(160)
    expect(grown.height).toBeGreaterThan(400)
  })
})
