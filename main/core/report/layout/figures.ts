import type { DocFigure } from '../document.ts'
import { figureText } from './figure-text.ts'
import type { Box } from './flow.ts'
import { colours, type Pen } from './paper.ts'
import type { Desk } from './tools.ts'
import { words } from './words.ts'
import { type Type, wrap } from './wrap.ts'

const GREAT = 18
const SMALL = 9
/** A row is parted sooner than that its figures become smaller than this. */
const WANTED = 14
const GAP = 16
const LABEL: Type = { size: 8, weight: 400 }
const LABEL_LEADING = 10.5

/** Figures whose sign says in which direction things went. */
const signed: ReadonlySet<string> = new Set(['change'])

type Card = { label: string[]; value: string; note: string[]; fill: string; noteFill: string }

/** Large numbers in a row, or in rows of as many each as keep them large; all of one size. */
export function layoutFigures(figures: readonly DocFigure[], desk: Desk): Box[] {
  if (figures.length === 0) return []
  const texts = figures.map((figure) => textOf(figure, desk))
  const [perRow, size] = arranged(texts, desk)
  const width = widthOf(perRow, desk)
  const cards = figures.map((figure, i) => cardOf(figure, texts[i] ?? '', width, desk))
  const rows = Array.from({ length: Math.ceil(cards.length / perRow) }, (_, i) =>
    cards.slice(i * perRow, (i + 1) * perRow),
  )
  return rows.map((row, i) => rowBox(row, size, width, desk, i > 0))
}

function textOf(figure: DocFigure, { language, visible }: Desk): string {
  if (figure.value === null) return '–'
  const text = visible(figureText(figure.kind, figure.value, figure.unit, language))
  return signed.has(figure.figure) && /[1-9]/.test(text) && !text.startsWith('−') ? `+${text}` : text
}

const widthOf = (perRow: number, { frame }: Desk): number => (frame.width - GAP * (perRow - 1)) / perRow

function arranged(texts: readonly string[], desk: Desk): [perRow: number, size: number] {
  const widest = Math.max(...texts.map((text) => desk.measure(text, 1, 600)))
  const sizeIn = (perRow: number): number =>
    Math.max(SMALL, Math.min(GREAT, Math.floor((widthOf(perRow, desk) / widest) * 10) / 10))
  for (let rows = 1; rows <= texts.length; rows += 1) {
    const perRow = Math.ceil(texts.length / rows)
    if (sizeIn(perRow) >= WANTED || perRow === 1) return [Math.max(2, perRow), sizeIn(Math.max(2, perRow))]
  }
  return [1, SMALL]
}

function cardOf(figure: DocFigure, value: string, width: number, { measure, visible, language }: Desk): Card {
  const note = figure.note ?? (figure.value === null ? words[language].unknown : '')
  const mood = figure.mood === null ? colours.soft : colours[figure.mood]
  return {
    label: wrap(visible(figure.label), width, LABEL, measure, 2),
    value,
    note: note === '' ? [] : wrap(visible(note), width, LABEL, measure, 3),
    fill: figure.value === null ? colours.soft : colours.ink,
    noteFill: mood,
  }
}

function rowBox(row: readonly Card[], size: number, width: number, { frame }: Desk, isNext: boolean): Box {
  const labels = Math.max(...row.map((card) => card.label.length)) * LABEL_LEADING
  const notes = Math.max(...row.map((card) => card.note.length)) * LABEL_LEADING
  const valueRoom = size * 1.35
  const height = 8 + labels + valueRoom + (notes > 0 ? notes + 2 : 0) + 4
  const draw = (pen: Pen, top: number): void => {
    row.forEach((card, i) => {
      const x = frame.left + i * (width + GAP)
      pen.rule(x, x + width, top, 0.8, colours.rule)
      pen.lines(card.label, x, top + 8, LABEL_LEADING, { ...LABEL, fill: colours.soft })
      pen.lines([card.value], x, top + 8 + labels, valueRoom, { size, weight: 600, fill: card.fill })
      pen.lines(card.note, x, top + 8 + labels + valueRoom + 2, LABEL_LEADING, {
        ...LABEL,
        fill: card.noteFill,
      })
    })
  }
  return { height, draw, ...(isNext && { gap: 12 }) }
}
