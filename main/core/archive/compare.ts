import type { CallOutput } from '#shared/contract/index.ts'
import type { KeptFigure } from './figures.ts'

type Compared = Pick<CallOutput<'reports.compareRuns'>, 'items' | 'same'>

/** What differs between two reports, in the order of the later one; figures that only the earlier one has stand last. */
export function compareFigures(before: readonly KeptFigure[], after: readonly KeptFigure[]): Compared {
  const earlier = keyed(before)
  const items: Compared['items'] = []
  let same = 0
  for (const [key, figure] of keyed(after)) {
    const was = earlier.get(key)
    earlier.delete(key)
    if (was && was.value === figure.value) same += 1
    else items.push({ ...told(figure), before: was?.value ?? null, after: figure.value })
  }
  for (const was of earlier.values()) items.push({ ...told(was), before: was.value, after: null })
  return { items, same }
}

const told = ({ title, name, columnTitle, unit }: KeptFigure) => ({
  block: title,
  name,
  column: columnTitle,
  unit,
})

/** By what tells one figure from another; those that nothing does by their order. */
function keyed(figures: readonly KeptFigure[]): Map<string, KeptFigure> {
  const seen = new Map<string, number>()
  return new Map(
    figures.map((figure) => {
      const key = JSON.stringify([figure.block, figure.name, figure.column, figure.unit])
      const number = (seen.get(key) ?? 0) + 1
      seen.set(key, number)
      return [`${key} ${number}`, figure]
    }),
  )
}
