import type { PreviewAnswer } from './use-preview.ts'

/** A stretch of a page that one block takes up, in points from its upper edge. */
type Region = { id: string; top: number; height: number }

/** Room under the last block that belongs to the foot of the page. */
const FOOT = 56
/** What is lower is no target where the sheet is small: such a block is chosen in the list. */
const LEAST = 44

/** Which block stands where on the page at hand; one that goes on from the page before has its upper part. */
export function regionsOf({
  blocks,
  page,
  content,
}: Pick<PreviewAnswer, 'blocks' | 'page' | 'content'>): Region[] {
  const begun = blocks.filter((block) => block.page === page).toSorted((a, b) => a.top - b.top)
  const before = blocks.filter((block) => block.page < page).at(-1)
  const starts = before ? [{ id: before.id, top: 0 }, ...begun] : begun
  const end = content.height - FOOT
  const regions = starts.map(({ id, top }, at) => ({
    id,
    top,
    height: (starts[at + 1]?.top ?? end) - top,
  }))
  // A block of two currencies is two on paper, and one to whoever sets it up.
  const joined: Region[] = []
  for (const region of regions) {
    const last = joined.at(-1)
    if (last?.id === region.id) last.height += region.height
    else joined.push({ ...region })
  }
  return joined.filter(({ height }) => height >= LEAST)
}
