import type { Weight } from '#main/core/report/layout/measure.ts'

/** How wide a text of Golos Text is, in points of that size. */
export function measureText(_text: string, _size: number, _weight: Weight): number {
  throw new Error('not written yet')
}
