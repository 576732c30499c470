import { describe, expect, it } from 'vitest'
import { createFormat } from '#renderer/i18n/format.ts'
import { day } from '#shared/lib/day.ts'

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ')

describe('createFormat', () => {
  it.each([
    [0, '0 Б', '0 B'],
    [1023, '1 023 Б', '1,023 B'],
    [1024, '1 КБ', '1 KB'],
    [1536, '1,5 КБ', '1.5 KB'],
    [10 * 1024 * 1024, '10 МБ', '10 MB'],
    [3 * 1024 ** 5, '3 072 ТБ', '3,072 TB'],
  ])('writes %d bytes in the largest unit that keeps it above one', (bytes, ru, en) => {
    expect(plain(createFormat('ru', 'UTC').bytes(bytes))).toBe(ru)
    expect(plain(createFormat('en', 'UTC').bytes(bytes))).toBe(en)
  })

  it('shows an instant by the clock of the organisation and a day by no clock', () => {
    const ms = Date.UTC(2026, 0, 31, 22, 30)
    expect(plain(createFormat('ru', 'Europe/Moscow').instant(ms))).toBe('01.02.2026, 01:30')
    expect(plain(createFormat('ru', 'UTC').instant(ms))).toBe('31.01.2026, 22:30')
    expect(createFormat('ru', 'Asia/Kamchatka').day(day('2026-01-31'))).toBe('31.01.2026')
  })
})
