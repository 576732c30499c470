import { describe, expect, it } from 'vitest'
import { encode1251, in1251 } from '#main/core/export/win1251.ts'

const read = (bytes: Uint8Array): string => new TextDecoder('windows-1251').decode(bytes)

describe('windows-1251', () => {
  it('has each of its 256 characters where every other program has it', () => {
    const all = read(Uint8Array.from({ length: 256 }, (_, at) => at))
    expect(read(encode1251(all))).toBe(all)
    expect(in1251(all)).toBe(all)
  })

  it('spells out signs that it lacks and marks letters that it lacks', () => {
    expect(read(encode1251('Диск «Ёж» №5 → 10 ₽'))).toBe('Диск «Ёж» №5 -> 10 руб.')
    expect(read(encode1251('ä 漢 😀'))).toBe('? ? ?')
  })
})
