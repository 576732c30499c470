import { describe, expect, it } from 'vitest'
import { readRanges } from '#renderer/ui/chart/picture/font-faces.ts'

describe('letters of a font file', () => {
  it('are read from its rule, single ones and ranges', () => {
    expect(readRanges('U+20A0-20C0, U+2116')).toEqual([
      { from: 0x20a0, to: 0x20c0 },
      { from: 0x2116, to: 0x2116 },
    ])
  })
})
