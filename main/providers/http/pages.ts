import { AppError } from '#shared/errors/app-error.ts'

/** `received`: how many the page held, unreadable ones included; the items' own number when left out. */
type Page<T> = { items: readonly T[]; received?: number }

type Paging<T> = {
  /** For the error's sentence. */
  host: string
  maxPages: number
  /** Which record it is: the same one told twice is passed on once. */
  idOf(item: T): string
}

/** `total` null: the provider does not tell, and a page shorter than `limit` is the last. */
type OffsetPaging<T> = Paging<T> & {
  limit: number
  fetch(offset: number, limit: number): Promise<Page<T> & { total: number | null }>
}

/** `next`: whatever `fetch` understands as the place to go on from, a marker or an address; null at the end. */
type NextPaging<T> = Paging<T> & {
  fetch(next: string | null): Promise<Page<T> & { next: string | null }>
}

/**
 * Pages by offset. Throws provider.endless when a page brings nothing new or there are more than `maxPages`, and
 * provider.badAnswer when the pages end before the total is reached: half a list would pass for a whole one.
 */
export async function* offsetPages<T>(paging: OffsetPaging<T>): AsyncGenerator<T[], void> {
  const { host, limit } = paging
  const watch = createWatch(paging)
  for (let offset = 0; ; ) {
    const { items, received = items.length, total } = await paging.fetch(offset, limit)
    yield watch.onlyNew(items)
    offset += received
    if (total === null ? received < limit : offset >= total) return
    if (received === 0)
      throw new AppError('provider.badAnswer', { host, path: 'total', problem: 'incomplete' })
  }
}

/** Pages by marker or next link; the same protection, and a link that was followed before is an endless list as well. */
export async function* nextPages<T>(paging: NextPaging<T>): AsyncGenerator<T[], void> {
  const watch = createWatch(paging)
  const followed = new Set<string>()
  for (let next: string | null = null; ; ) {
    const page: Page<T> & { next: string | null } = await paging.fetch(next)
    yield watch.onlyNew(page.items)
    next = page.next
    if (next === null) return
    if (followed.has(next)) throw new AppError('provider.endless', { host: paging.host })
    followed.add(next)
  }
}

function createWatch<T>({ host, maxPages, idOf }: Paging<T>) {
  const seen = new Set<string>()
  let pages = 0
  return {
    /** Drops what was told before. Records may move to the next page while they are listed; a whole page does not. */
    onlyNew(items: readonly T[]): T[] {
      pages += 1
      if (pages > maxPages) throw new AppError('provider.endless', { host })
      const fresh: T[] = []
      for (const item of items) {
        const id = idOf(item)
        if (seen.has(id)) continue
        seen.add(id)
        fresh.push(item)
      }
      if (items.length > 0 && fresh.length === 0) throw new AppError('provider.endless', { host })
      return fresh
    },
  }
}
