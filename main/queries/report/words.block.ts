import type { DocBlock } from '#main/core/report/document.ts'
import { sumInWords } from '#main/core/report/sum-in-words/sum-in-words.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type BlockOf, titleIn } from './block.ts'
import type { Report } from './report.ts'
import { femtosOf } from './tables.ts'
import type { Fill } from './variable-values.ts'

/** Blocks that a person writes, with their variables filled in. */
export const titleBlock = (fill: Fill, block: BlockOf<'title'>): DocBlock[] => [
  {
    kind: 'title',
    id: block.id,
    title: block.title,
    subtitle: fill(block.id, block.subtitle),
  },
]

/** An empty line parts paragraphs; a single one stays within its own. */
export const textBlock = (fill: Fill, block: BlockOf<'text'>): DocBlock[] => [
  {
    kind: 'text',
    id: block.id,
    title: block.title,
    paragraphs: fill(block.id, block.text)
      .split(/\n{2,}/)
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  },
]

export const signaturesBlock = (fill: Fill, block: BlockOf<'signatures'>): DocBlock[] => [
  {
    kind: 'signatures',
    id: block.id,
    people: block.people.map(({ role, name }) => ({
      role: fill(block.id, role),
      name: fill(block.id, name),
    })),
  },
]

/** The report's total, each currency by itself. */
export function sumInWordsBlocks(report: Report, block: BlockOf<'sumInWords'>): DocBlock[] {
  const title = block.title || report.t.titles.sumInWords
  const sections = report.sections()
  if (sections.length === 0) return [report.untold(block.id, title, 'data.none')]
  return sections.map(({ unit, total }) => ({
    kind: 'sumInWords',
    id: block.id,
    title: titleIn(title, unit, sections.length),
    words: sumInWords(femtosOf(total.total), unit as Currency, report.language),
    amount: total.total,
    currency: unit as Currency,
  }))
}
