type PageRange = { from: number; to: number; hasPrevious: boolean; hasNext: boolean }

/** What a page holds, counted from one; null when there is nothing to page through. */
export function pageRange(page: number, pageSize: number, shown: number, total: number): PageRange | null {
  if (total === 0 || shown === 0) return null
  const from = (page - 1) * pageSize + 1
  const to = from + shown - 1
  return { from, to, hasPrevious: page > 1, hasNext: to < total }
}
