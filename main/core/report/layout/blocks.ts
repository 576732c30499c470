import type { DocBlock } from '../document.ts'
import { moneyText } from './figure-text.ts'
import { layoutFigures } from './figures.ts'
import type { Box, Mark, Piece } from './flow.ts'
import { colours, mm } from './paper.ts'
import { layoutSignatures } from './signatures.ts'
import { layoutTable } from './table.ts'
import type { Desk } from './tools.ts'
import { type Type, wrap } from './wrap.ts'

/** Between two blocks. */
const GAP = 18
const CHART_HEIGHT = { small: mm(45), medium: mm(70), large: mm(110) }

/** Makes a block's pieces, as often as it is asked; `room` is the height of a page's body. */
type BlockLayout = (room: number) => Iterable<Piece>

export function layoutBlock(block: DocBlock, desk: Desk): BlockLayout {
  switch (block.kind) {
    case 'title':
      return fixed(titleBoxes(block, desk), block)
    case 'text':
      return fixed([...heading(block.title, desk), ...paragraphBoxes(block.paragraphs, desk)], block)
    case 'figures':
      return fixed(layoutFigures(block.figures, desk), block)
    case 'chart':
      return fixed([...heading(block.title, desk), chartBox(block, desk)], block)
    case 'table': {
      const table = layoutTable(block.table, desk)
      const opening = opened(heading(block.title, desk), block)
      return (room) => table.pieces(room, opening)
    }
    case 'sumInWords':
      return fixed([...heading(block.title, desk), wordsBox(block, desk)], block)
    case 'signatures':
      return fixed(layoutSignatures(block.people, desk), block)
    case 'pageBreak':
      return () => [{ height: 0, mark: markOf(block), draw: () => undefined }, 'newPage']
  }
}

const fixed = (boxes: readonly Box[], block: DocBlock): BlockLayout => {
  const made = opened(boxes, block)
  return () => made
}

const markOf = (block: DocBlock): Mark => ({ id: block.id, title: 'title' in block ? block.title : '' })

/** A block without a heading is told from the one before by the same room. */
function opened(boxes: readonly Box[], block: DocBlock): Box[] {
  const [first = { height: 0, draw: () => undefined }, ...others] = boxes
  return [{ ...first, gap: first.gap ?? GAP, mark: markOf(block) }, ...others]
}

/** A year does not go to the next line alone. */
const withYear = (title: string): string => title.replace(/ (?=\d{4}(?!\d))/g, '\u00a0')

function heading(title: string, { frame, measure, visible }: Desk): Box[] {
  if (title.trim() === '') return []
  const type: Type = { size: 11.5, weight: 600 }
  const leading = 15
  const lines = wrap(withYear(visible(title)), frame.width, type, measure)
  return [
    {
      height: lines.length * leading + 5,
      isKept: true,
      draw: (pen, top) => pen.lines(lines, frame.left, top, leading, type),
    },
  ]
}

function titleBoxes(block: DocBlock & { kind: 'title' }, { frame, measure, visible }: Desk): Box[] {
  const most = 2
  const great = { type: { size: 21, weight: 600 } as Type, leading: 26 }
  const said = withYear(visible(block.title))
  const isGreat = wrap(said, frame.width, great.type, measure).length <= most
  const title = isGreat ? great : { type: { size: 15, weight: 600 } as Type, leading: 20 }
  const subtitle = { type: { size: 10.5, weight: 400 } as Type, leading: 14.5 }
  const lines = wrap(said, frame.width, title.type, measure)
  const under =
    block.subtitle === '' ? [] : wrap(visible(block.subtitle), frame.width, subtitle.type, measure)
  const room = under.length > 0 ? 4 : 0
  return [
    {
      height: lines.length * title.leading + room + under.length * subtitle.leading,
      gap: 24,
      isKept: true,
      draw(pen, top) {
        pen.lines(lines, frame.left, top, title.leading, title.type)
        const from = top + lines.length * title.leading + room
        pen.lines(under, frame.left, from, subtitle.leading, { ...subtitle.type, fill: colours.soft })
      },
    },
  ]
}

/** Figures and words of one letter go to the next line along with what they belong to. */
const LOOSE = /(?<=^|[\s(«])([\p{L}]|[\d.,\u00a0]*\d) (?=[\p{L}№₽])/gu

/** Lines go over to the next page one by one, yet neither the first nor the last of a paragraph alone. */
function paragraphBoxes(paragraphs: readonly string[], { frame, measure, visible }: Desk): Box[] {
  const type: Type = { size: 9.5, weight: 400 }
  const leading = 13.5
  const tied = (text: string): string => visible(text).replace(LOOSE, '$1\u00a0')
  return paragraphs.flatMap((paragraph, n) => {
    const lines = wrap(tied(paragraph), frame.width, type, measure)
    return lines.map((line, i) => ({
      height: leading,
      ...(i === 0 && n > 0 && { gap: 5 }),
      isKept: (i === 0 || i === lines.length - 2) && lines.length > 1 && i < lines.length - 1,
      draw: (pen: Parameters<Box['draw']>[0], top: number) =>
        pen.lines([line], frame.left, top, leading, type),
    }))
  })
}

function chartBox(block: DocBlock & { kind: 'chart' }, { frame, chartOps, language }: Desk): Box {
  const height = CHART_HEIGHT[block.height]
  return {
    height,
    draw: (pen, top) =>
      pen.place(chartOps(block.chart, { width: frame.width, height }, language), frame.left, top),
  }
}

function wordsBox(
  block: DocBlock & { kind: 'sumInWords' },
  { frame, measure, visible, language }: Desk,
): Box {
  const figure: Type = { size: 12, weight: 600 }
  const type: Type = { size: 9.5, weight: 400 }
  const amount = visible(moneyText(block.amount, block.currency, language))
  const lines = wrap(visible(block.words), frame.width, type, measure)
  return {
    height: 17 + lines.length * 14,
    draw(pen, top) {
      pen.lines([amount], frame.left, top, 16, figure)
      pen.lines(lines, frame.left, top + 17, 14, type)
    },
  }
}
