import type { DifferenceKind } from '#shared/contract/changes.ts'
import type { MoneyView } from '#shared/contract/values.ts'

export const PAGE_SIZE = 100

/** Which way an amount went, for its arrow; what is nothing stands flat. */
export function directionOf({ amount }: MoneyView): 'up' | 'down' | 'flat' {
  if (/^-?0(\.0+)?$/.test(amount)) return 'flat'
  return amount.startsWith('-') ? 'down' : 'up'
}

/** Costs that rise ask for a look, costs that fall are good news; the rest is news. */
export function kindTone(kind: DifferenceKind): 'ok' | 'bad' | 'warn' | 'info' | 'neutral' {
  switch (kind) {
    case 'dearer':
      return 'bad'
    case 'cheaper':
      return 'ok'
    case 'added':
      return 'info'
    case 'resized':
      return 'warn'
    case 'gone':
    case 'other':
      return 'neutral'
  }
}

type Look = { id: number; status: string; startedAtMs: number }

/** Only looks that ended well, whole or in part, can be compared; newest first. */
export const comparable = <T extends Look>(looks: readonly T[]): T[] =>
  looks.filter(({ status }) => status === 'done' || status === 'partial')

type Url = {
  before: number
  after: number
  kind: DifferenceKind | null
  search: string
  page: number
}

/** The two looks that the address names; without them the last two. */
export const sidesOf = (connectionId: string, { before, after }: Pick<Url, 'before' | 'after'>) => ({
  connectionId,
  ...(before === 0 ? {} : { beforeId: before }),
  ...(after === 0 ? {} : { afterId: after }),
})

/** What the address asks for, as the contract wants it. */
export const listInput = (connectionId: string, url: Url) => ({
  ...sidesOf(connectionId, url),
  ...(url.kind === null ? {} : { kind: url.kind }),
  search: url.search.trim().slice(0, 200),
  offset: (url.page - 1) * PAGE_SIZE,
  limit: PAGE_SIZE,
})
