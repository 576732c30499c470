import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayParam,
  flagParam,
  intParam,
  oneOfParam,
  optionalParam,
  optionalTextParam,
  readUrl,
  textParam,
  writeUrl,
} from '#renderer/app/url-codecs.ts'
import { day } from '#shared/lib/day.ts'

const codecs = {
  q: textParam(),
  sort: oneOfParam(['name', 'cost'], 'name'),
  type: optionalParam(['server', 'volume']),
  service: optionalTextParam(),
  offset: intParam(0),
  from: dayParam(),
  all: flagParam(),
}
const plain = { q: '', sort: 'name', type: null, service: null, offset: 0, from: null, all: false }

describe('the state in the address line', () => {
  it('is all defaults on a plain address', () => {
    expect(readUrl(codecs, '')).toEqual(plain)
  })

  it('takes nonsense for the default', () => {
    expect(readUrl(codecs, '?sort=evil&type=x&offset=-3&from=2026-02-31&service=')).toEqual(plain)
  })

  it('writes only what differs from the default', () => {
    expect(writeUrl(codecs, '', { ...plain, sort: 'cost' })).toBe('?sort=cost')
    expect(writeUrl(codecs, '?sort=cost', { sort: 'name' })).toBe('')
  })

  it('leaves alone what it does not know', () => {
    expect(writeUrl(codecs, '?other=1&sort=cost', { sort: 'name' })).toBe('?other=1')
  })

  it('reads back what it wrote', () => {
    const state = fc.record({
      q: fc.string(),
      sort: fc.constantFrom('name' as const, 'cost' as const),
      type: fc.constantFrom('server' as const, 'volume' as const, null),
      service: fc.option(fc.string({ minLength: 1 })),
      offset: fc.nat(999_999_999),
      from: fc.constantFrom(day('2026-01-31'), null),
      all: fc.boolean(),
    })
    fc.assert(
      fc.property(state, (value) => {
        expect(readUrl(codecs, writeUrl(codecs, '', value))).toEqual(value)
      }),
    )
  })
})
