import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonRows } from '#main/providers/selectel/billing/json-rows.ts'

const rows = (text: string) => jsonRows(new TextEncoder().encode(text), 'data')
const rowsOf = (text: string): unknown[] => [...rows(text)].map(({ record }) => record)

describe('rows of a long answer', () => {
  it('are what parsing the whole would give, wherever the list stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.boolean(),
        fc.constantFrom(undefined, 2),
        (list, isBare, space) => {
          const whole = isBare
            ? list
            : { status: 'success', more: { data: ['no'], x: '}]"' }, data: list, after: [1] }
          // JSON knows no negative zero.
          expect(rowsOf(JSON.stringify(whole, null, space))).toEqual(JSON.parse(JSON.stringify(list)))
        },
      ),
    )
  })

  it('may come with a byte order mark', () => {
    expect(rowsOf('\ufeff[1]')).toEqual([1])
  })

  it('can be read once more', () => {
    const [row] = rows('{"data":[{"a":"]}\\""}]}')
    expect(row?.again()).toEqual({ a: ']}"' })
  })

  it.each([
    ['nothing', ''],
    ['no list', '{"status":"error"}'],
    ['another kind of thing', '{"data":{"a":1}}'],
    ['a text', '"data"'],
    ['a list cut off', '{"data":[{"a":1},{"b":'],
    ['a list cut off between', '{"data":[{"a":1}'],
    ['two without a comma', '[{"a":1}{"b":2}]'],
    ['a broken element', '[{"a":}]'],
    ['a comma too many', '[1,,2]'],
  ])('that are %s say so', (_, text) => {
    expect(() => rowsOf(text)).toThrow(SyntaxError)
  })

  it('are told up to where the text breaks', () => {
    const told = rows('[{"a":1},{"a":2},{"a"')
    expect([told.next().value, told.next().value]).toMatchObject([{ record: { a: 1 } }, { record: { a: 2 } }])
    expect(() => told.next()).toThrow(SyntaxError)
  })
})
