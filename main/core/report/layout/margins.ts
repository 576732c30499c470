import type { ReportDocument } from '../document.ts'
import { baseline, colours, type Pen } from './paper.ts'
import type { Desk } from './tools.ts'
import { words } from './words.ts'
import { cut, type Type, wrap } from './wrap.ts'

const HEAD: Type = { size: 7.5, weight: 400 }
const FOOT: Type = { size: 6.5, weight: 400 }
const FOOT_LEADING = 8.6
/** Of what a page says about its origin; a filter may be of any length. */
const MOST_LINES_OF_ONE = 2

/** What stands above and under every page. */
type Margins = {
  headHeight: number
  footHeight: number
  draw(pen: Pen, page: number, of: number): void
}

export function layoutMargins(document: ReportDocument, checksum: string | null, desk: Desk): Margins {
  const { frame, measure, visible, language } = desk
  const pageRoom = measure(words[language].page(88_888, 88_888), HEAD.size, HEAD.weight) + 12
  const foot =
    document.footer === null ? [] : footLines(document.footer, checksum, frame.width - pageRoom, desk)
  const textHeight = Math.max(1, foot.length) * FOOT_LEADING
  const footHeight = textHeight + 18
  const title = visible(document.title)
  const organisation = visible(document.organisation)
  const period = visible(document.periodName)
  return {
    headHeight: 24,
    footHeight,
    draw(pen, page, of) {
      const y = baseline(frame.top, HEAD.size, 10)
      const look = { ...HEAD, fill: colours.soft }
      const right = page === 1 ? '' : cut(period, frame.width * 0.3, HEAD, measure)
      const room = frame.width - measure(right, HEAD.size, HEAD.weight) - 12
      pen.text(cut(page === 1 ? organisation : title, room, HEAD, measure), frame.left, y, look)
      pen.text(right, frame.right, y, { ...look, anchor: 'end' })
      if (page > 1 || organisation !== '') pen.rule(frame.left, frame.right, frame.top + 13)
      const top = frame.bottom - textHeight
      pen.rule(frame.left, frame.right, top - 5)
      pen.lines(foot, frame.left, top, FOOT_LEADING, { ...FOOT, fill: colours.soft })
      pen.text(words[language].page(page, of), frame.right, baseline(top, HEAD.size, FOOT_LEADING), {
        ...look,
        anchor: 'end',
      })
    },
  }
}

/** Short facts share a line; a long one has lines of its own. */
function footLines(
  footer: NonNullable<ReportDocument['footer']>,
  checksum: string | null,
  width: number,
  { measure, visible, language }: Desk,
): string[] {
  const say = words[language]
  const facts = [footer.asOf, footer.sources, footer.rates, footer.vat, footer.filter]
  const lines: string[] = []
  let line = ''
  for (const fact of facts) {
    if (fact === null || fact.trim() === '') continue
    const said = visible(fact.trim())
    const joined = line === '' ? said : `${line} · ${said}`
    if (measure(joined, FOOT.size, FOOT.weight) <= width) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    const own = wrap(said, width, FOOT, measure, MOST_LINES_OF_ONE)
    lines.push(...own.slice(0, -1))
    line = own.at(-1) ?? ''
  }
  if (line !== '') lines.push(line)
  return [...lines, checksum === null ? say.checksumLater : say.checksum(checksum)]
}
