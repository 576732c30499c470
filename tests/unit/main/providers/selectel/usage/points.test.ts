import { describe, expect, it } from 'vitest'
import {
  coresOf,
  daysOfUsage,
  gnocchiPoints,
  type Point,
  seriesPoints,
} from '#main/providers/selectel/usage/points.ts'

const at = (iso: string): number => Date.parse(iso)

describe('days of use', () => {
  it('go by Moscow’s midnight', () => {
    const points: Point[] = [
      [at('2026-11-19T20:59:59Z'), 1],
      [at('2026-11-19T21:00:00Z'), 3],
      [at('2026-11-20T10:00:00Z'), 5],
    ]
    expect(daysOfUsage(points, { ref: 'x', metric: 'cpu', capacity: 8 })).toEqual([
      { ref: 'x', metric: 'cpu', day: '2026-11-19', used: 1, peak: 1, capacity: 8 },
      { ref: 'x', metric: 'cpu', day: '2026-11-20', used: 4, peak: 5, capacity: 8 },
    ])
  })

  it('are never below nothing nor above all that there is', () => {
    const points: Point[] = [
      [0, -5],
      [1000, 20],
    ]
    expect(daysOfUsage(points, { ref: 'x', metric: 'ram', capacity: 8 })).toMatchObject([
      { used: 4, peak: 8 },
    ])
  })
})

describe('processor time', () => {
  it('is a share of the whole server', () => {
    expect(coresOf([[0, 50]], 4)).toEqual([[0, 2]])
  })

  it('is a sum over the cores where it is ever above a hundred per cent', () => {
    expect(
      coresOf(
        [
          [0, 50],
          [1, 250],
        ],
        4,
      ),
    ).toEqual([
      [0, 0.5],
      [1, 2.5],
    ])
  })
})

describe('measurements', () => {
  it('are found however deep the answer nests them, without what is no measurement', () => {
    const triples = [
      ['2026-03-01T00:00:00+00:00', 300, 4.2],
      ['2026-03-01T00:05:00+00:00', 300, null],
      ['whenever', 300, 5],
      'junk',
    ]
    const wanted = [[at('2026-03-01T00:00:00Z'), 4.2]]
    expect(gnocchiPoints({ aggregated: triples })).toEqual(wanted)
    expect(gnocchiPoints({ id: { 'memory.usage': { mean: triples } } })).toEqual(wanted)
    for (const junk of [null, {}, 'x', { a: [] }]) expect(gnocchiPoints(junk)).toEqual([])
  })

  it('come in parallel lists that need not be of one length', () => {
    expect(seriesPoints([10, 20, 30, 'x'], [1, null, Number.NaN])).toEqual([[10_000, 1]])
  })
})
