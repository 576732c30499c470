import { describe, expect, it } from 'vitest'
import { readUrl, writeUrl } from '#renderer/app/url-codecs.ts'
import {
  filterOf,
  filterText,
  listBase,
  nothingChosen,
  type ResourceUrl,
  resourceCodecs,
  urlOf,
} from '#renderer/features/resources/url.ts'
import { type ResourceFilterInput, resourceFilterValue } from '#shared/contract/resources.ts'
import { day } from '#shared/lib/day.ts'

const read = (search: string): ResourceUrl => readUrl(resourceCodecs, search)

const whole: ResourceFilterInput = {
  search: 'postgres',
  id: 7,
  connectionId: 'c1',
  provider: 'selectel',
  type: 'server',
  status: 'running',
  service: 'Compute',
  region: 'ru-1',
  owner: 'Анна',
  mark: 'zombie',
  tag: 'env: prod',
  costFrom: '100.5',
  costTo: '2000',
  isPresent: true,
}

describe('what the address asks for', () => {
  it('keeps nothing out of a plain address', () => {
    expect(filterOf(read(''))).toEqual({})
  })

  it('takes the filter alone, and not the view, the order or the open drawer', () => {
    expect(filterOf(read('?view=table&sort=name&dir=desc&open=5&tab=cost&period=d7&type=volume'))).toEqual({
      type: 'volume',
    })
  })

  it('trims the search and leaves out values that the contract does not know', () => {
    expect(filterOf(read('?search=%20vps%20&type=spaceship&provider=nobody&status=gone'))).toEqual({
      search: 'vps',
      status: 'gone',
    })
  })

  it('never asks for what the contract refuses, whatever the address holds', () => {
    const long = 'x'.repeat(5000)
    for (const name of ['search', 'connectionId', 'service', 'region', 'owner', 'tag', 'costFrom'])
      expect(resourceFilterValue.safeParse(filterOf(read(`?${name}=${long}`))).success, name).toBe(true)
    expect(filterOf(read('?costFrom=abc&costTo=-5'))).toEqual({})
  })

  it('gives each order its natural direction until another is chosen', () => {
    const period = { from: day('2026-11-01'), to: day('2026-11-20') }
    expect(listBase(read('?sort=name'), period)).toEqual({
      filter: {},
      sort: 'name',
      direction: 'asc',
      spendFrom: '2026-11-01',
      spendTo: '2026-11-20',
    })
    expect(listBase(read('?sort=name&dir=desc'), period).direction).toBe('desc')
    expect(listBase(read(''), period)).toMatchObject({ sort: 'dailyCost', direction: 'desc' })
  })
})

describe('a saved filter', () => {
  it('comes back from the address as it was saved, every field of it', () => {
    expect(resourceFilterValue.parse(whole)).toEqual(whole)
    const address = writeUrl(resourceCodecs, '', urlOf(whole))
    expect(filterOf(read(address))).toEqual(whole)
  })

  it('replaces what was chosen before and leaves nothing of it', () => {
    const before = writeUrl(resourceCodecs, '', urlOf(whole))
    const after = writeUrl(resourceCodecs, before, urlOf({ status: 'stopped' }))
    expect(filterOf(read(after))).toEqual({ status: 'stopped' })
    expect(writeUrl(resourceCodecs, after, nothingChosen)).toBe('')
  })

  it('is recognised whatever order its fields were chosen in', () => {
    expect(filterText({ type: 'server', status: 'running' })).toBe(
      filterText({ status: 'running', type: 'server' }),
    )
    expect(filterText({ type: 'server' })).not.toBe(filterText({ type: 'volume' }))
  })
})
