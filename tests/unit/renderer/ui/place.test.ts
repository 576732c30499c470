import { describe, expect, it } from 'vitest'
import { placeBox } from '#renderer/ui/place.ts'

const view = { width: 1000, height: 800 }
const box = { width: 200, height: 100 }
const at = (left: number, top: number) => ({
  left,
  top,
  width: 80,
  height: 30,
  right: left + 80,
  bottom: top + 30,
})

describe('placeBox', () => {
  it('stands under its anchor, at either edge of it', () => {
    expect(placeBox(at(300, 100), box, view, 'bottom-start', 6)).toEqual({ top: 136, left: 300 })
    expect(placeBox(at(300, 100), box, view, 'bottom-end', 6)).toEqual({ top: 136, left: 180 })
  })

  it('turns over where there is no room', () => {
    expect(placeBox(at(300, 750), box, view, 'bottom-start', 6).top).toBe(644)
    expect(placeBox(at(300, 10), box, view, 'top-start', 6).top).toBe(46)
  })

  it('never leaves the window', () => {
    expect(placeBox(at(960, 100), box, view, 'bottom-start', 6).left).toBe(792)
    expect(placeBox(at(0, 100), box, view, 'top', 6).left).toBe(8)
    expect(placeBox(at(10, 790), box, view, 'right', 6)).toEqual({ top: 692, left: 96 })
  })

  it('shows the beginning of a box that is larger than the window', () => {
    expect(placeBox(at(10, 10), { width: 2000, height: 2000 }, view, 'bottom-start', 6)).toEqual({
      top: 8,
      left: 8,
    })
  })
})
