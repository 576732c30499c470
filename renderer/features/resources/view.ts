import type { ResourceStatus, ResourceType, ResourceView, resourceSorts } from '#shared/contract/resources.ts'
import type { Day } from '#shared/lib/day.ts'

const PAGE_SIZE = 100

export type ResourceSort = (typeof resourceSorts)[number]
export type Direction = 'asc' | 'desc'

/** Texts start from A, figures from the largest: the first click shows what one looks for. */
const isFigure = (sort: ResourceSort): boolean => sort === 'monthlyCost' || sort === 'spend'

export function nextSort(
  now: { sort: ResourceSort; direction: Direction },
  clicked: ResourceSort,
): { sort: ResourceSort; direction: Direction } {
  if (now.sort === clicked) return { sort: clicked, direction: now.direction === 'asc' ? 'desc' : 'asc' }
  return { sort: clicked, direction: isFigure(clicked) ? 'desc' : 'asc' }
}

/** "101–145 of 145"; null when there is nothing to page through. */
export function pageRange(
  page: number,
  shown: number,
  total: number,
): { from: number; to: number; hasPrevious: boolean; hasNext: boolean } | null {
  if (total === 0 || shown === 0) return null
  const from = (page - 1) * PAGE_SIZE + 1
  const to = from + shown - 1
  return { from, to, hasPrevious: page > 1, hasNext: to < total }
}

/** A few tags as chips, the rest behind a count. The shortest go first: a chip that is cut says little. */
export function splitTags(
  tags: ResourceView['tags'],
  most: number,
): { shown: ResourceView['tags']; rest: ResourceView['tags'] } {
  const ordered = [...tags].sort((a, b) => tagText(a).length - tagText(b).length)
  return { shown: ordered.slice(0, most), rest: ordered.slice(most) }
}

export const tagText = ({ key, value }: { key: string; value: string }): string =>
  value === '' ? key : `${key}: ${value}`

export function statusTone(status: ResourceStatus): 'ok' | 'bad' | 'neutral' | 'warn' {
  switch (status) {
    case 'running':
      return 'ok'
    case 'error':
      return 'bad'
    case 'stopped':
      return 'warn'
    case 'unknown':
    case 'gone':
      return 'neutral'
  }
}

type Chosen = {
  search: string
  /** 0 when no single resource is chosen. */
  id: number
  connectionId: string | null
  type: ResourceType | null
  status: ResourceStatus | null
  service: string | null
  sort: ResourceSort
  dir: Direction | null
  page: number
}

/** What the address asks for, as the contract wants it. */
export function listInput(chosen: Chosen, period: { from: Day; to: Day }) {
  const { id, connectionId, type, status, service, sort, dir, page } = chosen
  return {
    search: chosen.search.trim().slice(0, 200),
    ...(id === 0 ? {} : { id }),
    ...(connectionId === null ? {} : { connectionId }),
    ...(type === null ? {} : { type }),
    ...(status === null ? {} : { status }),
    ...(service === null ? {} : { service }),
    sort,
    direction: dir ?? (isFigure(sort) ? ('desc' as const) : ('asc' as const)),
    spendFrom: period.from,
    spendTo: period.to,
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  }
}
