import { describe, expect, it } from 'vitest'
import {
  chunksOf,
  naturalDirection,
  nextSort,
  splitTags,
  statusTone,
  tagText,
} from '#renderer/features/resources/view.ts'
import { resourceSorts, resourceStatuses } from '#shared/contract/resources.ts'

describe('sorting by a header', () => {
  it('starts texts from A and figures from the largest', () => {
    expect(nextSort({ sort: 'spend', direction: 'desc' }, 'name')).toEqual({ sort: 'name', direction: 'asc' })
    expect(nextSort({ sort: 'name', direction: 'asc' }, 'monthlyCost')).toEqual({
      sort: 'monthlyCost',
      direction: 'desc',
    })
  })

  it('starts renewals from the nearest and addresses from the lowest', () => {
    const now = { sort: 'dailyCost', direction: 'desc' } as const
    expect(nextSort(now, 'renewsOn')).toEqual({ sort: 'renewsOn', direction: 'asc' })
    expect(nextSort(now, 'address')).toEqual({ sort: 'address', direction: 'asc' })
  })

  it('turns the order over on the second click', () => {
    expect(nextSort({ sort: 'spend', direction: 'desc' }, 'spend').direction).toBe('asc')
  })

  it('starts from the largest for figures and from the latest for what came last', () => {
    expect(resourceSorts.filter((sort) => naturalDirection(sort) === 'desc')).toEqual([
      'dailyCost',
      'monthlyCost',
      'spend',
      'size',
      'tags',
      'advice',
      'firstSeen',
    ])
  })
})

describe('tags', () => {
  const tags = [
    { key: 'cost-center', value: 'CC-1010' },
    { key: 'env', value: 'prod' },
    { key: 'pinned', value: '' },
  ]

  it('shows the shortest and counts the rest', () => {
    expect(splitTags(tags, 1)).toEqual({ shown: [tags[2]], rest: [tags[1], tags[0]] })
    expect(splitTags(tags, 5).rest).toEqual([])
  })

  it('writes a tag without a value as its key', () => {
    expect(tags.map(tagText)).toEqual(['cost-center: CC-1010', 'env: prod', 'pinned'])
  })
})

describe('statuses', () => {
  it('alarm only for what has failed or is blocked', () => {
    expect(resourceStatuses.filter((status) => statusTone(status) === 'bad')).toEqual(['error', 'blocked'])
  })
})

describe('a long list in pieces', () => {
  it('loses and repeats nothing', () => {
    expect(chunksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
    expect(chunksOf([], 2)).toEqual([])
  })
})
