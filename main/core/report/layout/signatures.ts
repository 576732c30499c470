import type { Box } from './flow.ts'
import { baseline, colours } from './paper.ts'
import type { Desk } from './tools.ts'
import { words } from './words.ts'
import { type Type, wrap } from './wrap.ts'

const TYPE: Type = { size: 9.5, weight: 400 }
const LEADING = 13
const CAPTION = 6.5
const ROOM = 8

/** Who signs: the role, a line for the pen, the name. All of them on one page. */
export function layoutSignatures(people: readonly { role: string; name: string }[], desk: Desk): Box[] {
  const { frame, measure, visible, language } = desk
  const gap = 16
  const roleWidth = frame.width * 0.38
  const signWidth = frame.width * 0.26
  const nameX = frame.left + roleWidth + signWidth + 2 * gap
  const nameWidth = frame.right - nameX
  return people.map(({ role, name }, n) => {
    const roles = wrap(visible(role), roleWidth, TYPE, measure, 3)
    const names = wrap(visible(name), nameWidth, TYPE, measure, 2)
    const lines = Math.max(roles.length, names.length)
    // The pen needs room above its line.
    const height = ROOM + lines * LEADING + 10
    return {
      height,
      isKept: n < people.length - 1,
      // A page of nothing but signatures could have been put under anything.
      ...(n === 0 ? { isTied: true } : { gap: 3 }),
      draw(pen, top) {
        const foot = top + ROOM + lines * LEADING
        const start = (count: number): number => foot - count * LEADING
        pen.lines(roles, frame.left, start(roles.length), LEADING, TYPE)
        pen.lines(names, nameX, start(names.length), LEADING, TYPE)
        const signX = frame.left + roleWidth + gap
        pen.rule(signX, signX + signWidth, foot + 1, 0.5, colours.rule)
        pen.rule(nameX, frame.right, foot + 1, 0.5, colours.rule)
        const under = baseline(foot + 2, CAPTION, 9)
        const look = { size: CAPTION, fill: colours.soft, anchor: 'middle' as const }
        pen.text(words[language].signature, signX + signWidth / 2, under, look)
        pen.text(words[language].name, nameX + nameWidth / 2, under, look)
      },
    }
  })
}
