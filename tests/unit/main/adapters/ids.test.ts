import { describe, expect, it } from 'vitest'
import { createIds } from '#main/adapters/ids.ts'

const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('ids', () => {
  it('are UUIDs of version 7 that begin with the time of their making', () => {
    const nowMs = Date.parse('2026-11-20T09:00:00Z')
    const id = createIds({ nowMs: () => nowMs }).next()
    expect(id).toMatch(UUID_7)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(nowMs)
  })

  it('sort by making even under a clock that stands still', () => {
    const ids = createIds({ nowMs: () => 1_800_000_000_000 })
    const made = Array.from({ length: 20_000 }, () => ids.next())
    expect(made).toEqual([...made].sort())
    expect(new Set(made).size).toBe(made.length)
  })

  it('sort by making even when the clock steps back', () => {
    let nowMs = 1_800_000_000_000
    const ids = createIds({ nowMs: () => nowMs })
    const before = ids.next()
    nowMs -= 60_000
    expect(ids.next() > before).toBe(true)
  })

  it('differ between two programs started in the same millisecond', () => {
    const clock = { nowMs: () => 1_800_000_000_000 }
    expect(createIds(clock).next()).not.toBe(createIds(clock).next())
  })

  it('come with secrets of 256 bits that are told to whoever must hide them', () => {
    const told: string[] = []
    const ids = createIds({ nowMs: () => 0 }, (secret) => told.push(secret))
    const secret = ids.secret()
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(told).toEqual([secret])
  })
})
