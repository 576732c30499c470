import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonRows } from '#main/providers/selectel/billing/json-rows.ts'

const rowsOf = (text: string): unknown[] => [...jsonRows(text, 'data')].map(({ record }) => record)

describe('rows of a long answer', () => {
  it('are what parsing the whole would give, wherever the list stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.boolean(),
        fc.constantFrom(undefined, 2),
        (rows, isBare, space) => {
          const whole = isBare
            ? rows
            : { status: 'success', more: { data: ['no'], x: '}]"' }, data: rows, after: [1] }
          // JSON knows no negative zero.
          expect(rowsOf(JSON.stringify(whole, null, space))).toEqual(JSON.parse(JSON.stringify(rows)))
        },
      ),
    )
  })

  it('can be read once more', () => {
    const [row] = jsonRows('{"data":[{"a":"]}\\""}]}', 'data')
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
    const rows = jsonRows('[{"a":1},{"a":2},{"a"', 'data')
    expect([rows.next().value, rows.next().value]).toMatchObject([{ record: { a: 1 } }, { record: { a: 2 } }])
    expect(() => rows.next()).toThrow(SyntaxError)
  })
})
