import { describe, expect, it } from 'vitest'
import { listInput, nextSort, pageRange, splitTags, tagText } from '#renderer/features/resources/view.ts'
import { day } from '#shared/lib/day.ts'

describe('sorting by a header', () => {
  it('starts texts from A and figures from the largest', () => {
    expect(nextSort({ sort: 'spend', direction: 'desc' }, 'name')).toEqual({ sort: 'name', direction: 'asc' })
    expect(nextSort({ sort: 'name', direction: 'asc' }, 'monthlyCost')).toEqual({
      sort: 'monthlyCost',
      direction: 'desc',
    })
  })

  it('turns the order over on the second click', () => {
    expect(nextSort({ sort: 'spend', direction: 'desc' }, 'spend').direction).toBe('asc')
  })
})

describe('paging', () => {
  it('counts from one and ends at the total', () => {
    expect(pageRange(1, 45, 45)).toEqual({ from: 1, to: 45, hasPrevious: false, hasNext: false })
    expect(pageRange(2, 45, 145)).toEqual({ from: 101, to: 145, hasPrevious: true, hasNext: false })
    expect(pageRange(1, 100, 145)).toMatchObject({ hasNext: true })
  })

  it('has no range for an empty page', () => {
    expect(pageRange(1, 0, 0)).toBeNull()
    expect(pageRange(9, 0, 45)).toBeNull()
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

describe('what the address asks for', () => {
  const chosen = {
    search: '  vps ',
    id: 0,
    connectionId: null,
    type: null,
    status: 'running' as const,
    service: null,
    sort: 'name' as const,
    dir: null,
    page: 3,
  }
  const period = { from: day('2026-11-01'), to: day('2026-11-20') }

  it('leaves out what is not chosen and gives each sort its natural direction', () => {
    expect(listInput(chosen, period)).toEqual({
      search: 'vps',
      status: 'running',
      sort: 'name',
      direction: 'asc',
      spendFrom: '2026-11-01',
      spendTo: '2026-11-20',
      offset: 200,
      limit: 100,
    })
  })

  it('asks for one resource when the address names it', () => {
    expect(listInput({ ...chosen, id: 7 }, period)).toMatchObject({ id: 7 })
    expect(listInput(chosen, period)).not.toHaveProperty('id')
  })

  it('keeps the search within what the contract takes', () => {
    expect(listInput({ ...chosen, search: 'x'.repeat(500) }, period).search).toHaveLength(200)
  })
})
