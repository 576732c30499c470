import type { ResourceStatus, ResourceView, resourceSorts } from '#shared/contract/resources.ts'

export type ResourceSort = (typeof resourceSorts)[number]
export type Direction = 'asc' | 'desc'

/**
 * The first click shows what one looks for: texts from A, figures from the largest, what came last and what is to be
 * renewed first.
 */
const falling: readonly ResourceSort[] = [
  'dailyCost',
  'monthlyCost',
  'spend',
  'size',
  'tags',
  'advice',
  'firstSeen',
]
export const naturalDirection = (sort: ResourceSort): Direction => (falling.includes(sort) ? 'desc' : 'asc')

export function nextSort(
  now: { sort: ResourceSort; direction: Direction },
  clicked: ResourceSort,
): { sort: ResourceSort; direction: Direction } {
  if (now.sort === clicked) return { sort: clicked, direction: now.direction === 'asc' ? 'desc' : 'asc' }
  return { sort: clicked, direction: naturalDirection(clicked) }
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

export function statusTone(status: ResourceStatus): 'ok' | 'bad' | 'neutral' | 'warn' | 'info' {
  switch (status) {
    case 'running':
      return 'ok'
    case 'error':
    case 'blocked':
      return 'bad'
    case 'stopped':
      return 'warn'
    case 'changing':
      return 'info'
    case 'unknown':
    case 'gone':
      return 'neutral'
  }
}

/** A list cut into pieces that one call takes. */
export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = []
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size))
  return chunks
}
