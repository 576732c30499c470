import { expect, it } from 'vitest'
import { listInput } from '#renderer/features/unrecognised/view.ts'

it('asks for the page, the provider and the state of the address', () => {
  expect(listInput({ search: ' gpu ', provider: 'selectel', state: 'all', page: 2 })).toEqual({
    search: 'gpu',
    provider: 'selectel',
    state: 'all',
    offset: 50,
    limit: 50,
  })
  expect(listInput({ search: '', provider: null, state: 'open', page: 1 })).not.toHaveProperty('provider')
})
