import { expect, it } from 'vitest'
import { type Keep, strip } from '#main/providers/beget/common/strip.ts'

it('keeps what is named and nothing else', () => {
  const record = { id: 'a', password: 'x', future: { key: 'x' }, size: { cpu: 2, root_pass: 'x' } }
  expect(strip(record, { id: true, size: { cpu: true } })).toEqual({ id: 'a', size: { cpu: 2 } })
})

it('takes a field with a secret name out even where it is named', () => {
  expect(
    strip({ api_key: 'x', access_token: 'x', id: 1 }, { api_key: true, access_token: true, id: true }),
  ).toEqual({
    id: 1,
  })
})

it('keeps nothing nested where a plain value was expected', () => {
  const record = { status: { password: 'x' }, list: [1, { password: 'x' }, 'a', null] }
  expect(strip(record, { status: true, list: true })).toEqual({ list: [1, 'a'] })
})

it('goes through lists of records', () => {
  const record = { license: [{ plan: 'lite', code: 'x' }, 'text', null] }
  expect(strip(record, { license: { plan: true } })).toEqual({ license: [{ plan: 'lite' }] })
})

it('bounds what it keeps', () => {
  const record = { name: 'я'.repeat(10_000), list: Array.from({ length: 1000 }, (_, index) => index) }
  const kept = strip(record, { name: true, list: true })
  expect(String(kept.name).length).toBeLessThan(600)
  expect(kept.list).toHaveLength(50)
})

it('reads nothing from what is no record, and nothing inherited', () => {
  for (const nothing of [null, undefined, 'text', 5, []]) expect(strip(nothing, { id: true })).toEqual({})
  const inherited: Keep = Object.fromEntries([
    ['constructor', true],
    ['valueOf', true],
  ])
  expect(strip({}, inherited)).toEqual({})
})
