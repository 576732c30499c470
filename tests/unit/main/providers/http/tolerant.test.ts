import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eachOf } from '#main/providers/http/each-of.ts'
import {
  looseBool,
  looseDecimal,
  looseId,
  looseInstant,
  looseNumber,
  looseText,
} from '#main/providers/http/tolerant.ts'

const over = JSON.parse('1e309') as number

describe('looseNumber', () => {
  it.each([
    [5, 5],
    [-0.5, -0.5],
    ['42', 42],
    [' 3.5 ', 3.5],
    ['1e3', 1000],
    ['2147483647', 2_147_483_647],
    [null, null],
    [undefined, null],
    ['', null],
    ['  ', null],
    [Number.NaN, null],
    [over, null],
    ['1e309', null],
    ['NaN', null],
    ['Infinity', null],
    ['0x10', null],
    ['12 GB', null],
    ['1,5', null],
    [true, null],
    [{}, null],
    [[1], null],
  ])('%j is %j', (value, expected) => {
    expect(looseNumber().parse(value)).toBe(expected)
  })

  it('junk is an issue where that is asked for; nothing is still nothing', () => {
    const strict = looseNumber({ junk: 'issue' })
    for (const junk of ['twelve', over, {}, true]) expect(strict.safeParse(junk).success).toBe(false)
    for (const nothing of ['', null, undefined]) expect(strict.parse(nothing)).toBeNull()
  })

  it('a field that is missing from its record is null', () => {
    expect(z.object({ a: looseNumber(), b: looseText() }).parse({})).toEqual({ a: null, b: null })
  })
})

describe('looseDecimal', () => {
  it.each([
    ['12.66', '12.66'],
    [0.1, '0.1'],
    [1339.57, '1339.57'],
    [89.76, '89.76'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    ['1e-7', '0.0000001'],
    ['000012.50', '12.5'],
    ['-.5', '-0.5'],
    [0, '0'],
    [-0, '0'],
    ['1234567890.123456789012345', '1234567890.123456789012345'],
    ['', null],
    [null, null],
    [over, null],
    [Number.NaN, null],
    ['1e309', null],
    ['1e99', null],
    ['9'.repeat(61), null],
    ['1 200', null],
    ['12,5', null],
    ['free', null],
    [{ amount: 1 }, null],
  ])('%j is %j', (value, expected) => {
    expect(looseDecimal().parse(value)).toBe(expected)
  })

  it('money that cannot be read can make its record unreadable instead of free', () => {
    const rows = eachOf(z.object({ id: looseId(), price: looseDecimal({ junk: 'issue' }) }))
    const each = rows.parse([
      { id: 1, price: 'n/a' },
      { id: 2, price: '5' },
    ])
    expect(each).toEqual({
      items: [{ id: '2', price: '5' }],
      received: 2,
      unreadable: 1,
      first: { path: '0.price', problem: 'custom' },
    })
  })
})

describe('looseText, looseBool and looseId', () => {
  it('text is trimmed, bounded, and made of what is written', () => {
    const values = [' имя ', 12, true, '', null, undefined, {}, [], over]
    expect(values.map((value) => looseText().parse(value))).toEqual([
      'имя',
      '12',
      'true',
      null,
      null,
      null,
      null,
      null,
      null,
    ])
    expect(looseText().parse('x'.repeat(10_000_000))).toHaveLength(10_000)
  })

  it('yes and no come in many words', () => {
    for (const value of [true, 1, '1', 'true', 'True', 'yes', 'on'])
      expect(looseBool().parse(value)).toBe(true)
    for (const value of [false, 0, '0', 'false', 'no', 'off']) expect(looseBool().parse(value)).toBe(false)
    for (const value of [null, undefined, '', 'maybe', 2, {}]) expect(looseBool().parse(value)).toBeNull()
  })

  it('an identifier is text or a whole number, never nothing', () => {
    expect([looseId().parse('13314909'), looseId().parse(812), looseId().parse(' a ')]).toEqual([
      '13314909',
      '812',
      'a',
    ])
    for (const value of [null, undefined, '', ' ', 1.5, over, {}, true, 'x'.repeat(301)])
      expect(looseId().safeParse(value).success).toBe(false)
  })
})

describe('looseInstant', () => {
  const moscow = looseInstant('Europe/Moscow')
  const iso = (value: unknown): string | null => {
    const ms = moscow.parse(value)
    return ms === null ? null : new Date(ms).toISOString()
  }

  it.each([
    ['2026-03-01T10:00:00+03:00', '2026-03-01T07:00:00.000Z'],
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:00.123456Z', '2026-03-01T10:00:00.123Z'],
    ['2026-03-01T10:00:00-0530', '2026-03-01T15:30:00.000Z'],
    ['2026-03-01T10:00:00', '2026-03-01T07:00:00.000Z'],
    ['2026-03-01 10:00:00', '2026-03-01T07:00:00.000Z'],
    ['2026-03-01 10:00', '2026-03-01T07:00:00.000Z'],
    ['2026-03-01', '2026-02-28T21:00:00.000Z'],
    // Moscow kept UTC+4 in those years.
    ['2013-07-01 12:00:00', '2013-07-01T08:00:00.000Z'],
    [0, null],
    ['0', null],
    ['', null],
    [null, null],
    ['2026-02-31', null],
    ['2026-13-01', null],
    ['2026-03-01 25:00:00', null],
    ['0000-00-00 00:00:00', null],
    ['01.03.2026', null],
    ['yesterday', null],
    [1_772_355_600, null],
  ])('%j in Moscow is %j', (value, expected) => {
    expect(iso(value)).toBe(expected)
  })

  it('holds where clocks are changed', () => {
    const berlin = looseInstant('Europe/Berlin')
    const at = (text: string): string => new Date(berlin.parse(text) ?? Number.NaN).toISOString()
    expect(at('2026-03-29 01:59:59')).toBe('2026-03-29T00:59:59.000Z')
    expect(at('2026-03-29 03:00:00')).toBe('2026-03-29T01:00:00.000Z')
    expect(at('2026-10-25 01:59:59')).toBe('2026-10-24T23:59:59.000Z')
    // 02:30 comes twice; the first is meant.
    expect(at('2026-10-25 02:30:00')).toBe('2026-10-25T00:30:00.000Z')
    expect(at('2026-10-25 03:00:00')).toBe('2026-10-25T02:00:00.000Z')
    expect(at('2026-07-01 12:00:00')).toBe('2026-07-01T10:00:00.000Z')
  })
})
