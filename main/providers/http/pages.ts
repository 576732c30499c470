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

/** Pages by offset. Throws provider.endless when a page brings nothing new or there are more than `maxPages`. */
export async function* offsetPages<T>(_paging: OffsetPaging<T>): AsyncGenerator<T[], void> {
  yield []
}

/** Pages by marker or next link; the same protection. */
export async function* nextPages<T>(_paging: NextPaging<T>): AsyncGenerator<T[], void> {
  yield []
}
