import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listResult, listUnder, part, record, several, texts } from '#main/providers/beget/common/shapes.ts'
import { looseId, looseNumber, looseText } from '#main/providers/http/tolerant.ts'

const item = record({ id: looseId(), name: looseText() })

describe('a list of the new API', () => {
  const schema = listUnder('vps', item)
  const read = (body: unknown) => schema.safeParse(body)

  it('is read with its count', () => {
    const { data } = read({ vps: [{ id: 'a' }], total_count: '1' })
    expect(data).toMatchObject({ total: 1, list: { received: 1, unreadable: 0 } })
  })

  it('is empty where the answer is empty, in every way of saying so', () => {
    for (const body of [{}, { vps: [] }, { vps: null }, { total_count: 0 }, { vps: null, total_count: 0 }])
      expect(read(body).data?.list.items).toEqual([])
  })

  it('is not understood where it is missing from an answer that has something else in it', () => {
    for (const body of [
      { servers: [{ id: 'a' }] },
      { total_count: 3 },
      { message: 'x' },
      { vps: {} },
      [],
      null,
      'x',
    ])
      expect(read(body).success).toBe(false)
  })

  it('loses only the elements that cannot be read, and says where', () => {
    const { data } = read({ vps: [{ id: 'a' }, { name: 'no id' }, 7, { id: '' }, { id: 'b' }] })
    expect(data?.list.items.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(data?.list).toMatchObject({ received: 5, unreadable: 3, first: { path: '1.id' } })
  })
})

describe('a list of the hosting API', () => {
  const schema = listResult(item)

  it('is empty where there is nothing', () => {
    for (const body of [[], null, undefined, false, '']) expect(schema.parse(body).items).toEqual([])
  })

  it('may be an object with numbers for keys', () => {
    expect(schema.parse({ 0: { id: 1 }, 2: { id: 3 } }).items.map(({ id }) => id)).toEqual(['1', '3'])
  })

  it('is not an object of anything else', () => {
    expect(schema.safeParse({ message: 'x' }).success).toBe(false)
    expect(schema.safeParse('text').success).toBe(false)
  })
})

describe('what stands inside a record', () => {
  const schema = z.object({
    size: part({ cpu: looseNumber() }),
    list: several({ ip: looseText() }),
    words: texts(),
  })

  it('may be of any other kind without costing the record', () => {
    const nothing = { size: { cpu: null }, list: [], words: [] }
    expect(schema.parse({})).toEqual(nothing)
    expect(schema.parse({ size: 'big', list: 'none', words: 5 })).toEqual(nothing)
    expect(schema.parse({ size: [1], list: [1, null, 'x'], words: [1, '', {}] })).toEqual(nothing)
  })

  it('keeps what is readable', () => {
    expect(schema.parse({ size: { cpu: '2' }, list: [{ ip: '10.0.0.1' }, 5], words: ['a', 5] })).toEqual({
      size: { cpu: 2 },
      list: [{ ip: '10.0.0.1' }],
      words: ['a'],
    })
  })
})

it('a record carries what it came from', () => {
  expect(item.parse({ id: 5, extra: true })).toEqual({ id: '5', name: null, raw: { id: 5, extra: true } })
})
