import { describe, expect, it } from 'vitest'
import { againAfterMs, retryAfterMs } from '#main/providers/http/retry.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { ErrorCode, ErrorDetails } from '#shared/errors/codes.ts'

const NOW = Date.parse('2026-11-20T09:00:00Z')
const get = { method: 'GET', url: 'https://api.fake.example/', endpoint: 'servers' } as const
const answer = (status: number, headers: Record<string, string> = {}) => ({
  answer: { status, headers, text: '' },
})
const waitAfter = (outcome: Parameters<typeof againAfterMs>[0], attempt = 0, fraction = 1) =>
  againAfterMs(outcome, get, { attempt, nowMs: NOW, fraction })

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['5', 5000],
    [' 120 ', 120_000],
    ['1.5', 1500],
    ['Fri, 20 Nov 2026 09:00:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 08:00:00 GMT', 0],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1e9', null],
  ])('%s', (text, expected) => {
    expect(retryAfterMs({ 'retry-after': text }, NOW)).toBe(expected)
  })

  it('is absent where the header is', () => {
    expect(retryAfterMs({}, NOW)).toBeNull()
  })

  it('is obeyed up to two minutes and given up beyond', () => {
    expect(waitAfter(answer(429, { 'retry-after': '120' }))).toBe(120_000)
    expect(waitAfter(answer(429, { 'retry-after': '121' }))).toBeNull()
    expect(waitAfter(answer(503, { 'retry-after': '9' }))).toBe(9000)
  })
})

describe('the wait before another attempt', () => {
  it('is anywhere below a bound that doubles', () => {
    expect([0, 1, 2].map((attempt) => waitAfter(answer(500), attempt))).toEqual([1000, 2000, 4000])
    expect(waitAfter(answer(500), 0, 0)).toBe(0)
    expect(waitAfter(answer(500), 2, 0.25)).toBe(1000)
  })

  it.each([200, 201, 204, 301, 400, 401, 403, 404, 409, 422, 511])('there is none after %i', (status) => {
    expect(waitAfter(answer(status))).toBeNull()
  })

  it.each<[ErrorCode, ErrorDetails, boolean]>([
    ['provider.unreachable', {}, true],
    ['provider.timeout', {}, true],
    ['provider.badAnswer', { problem: 'cut' }, true],
    ['provider.proxy', { reason: 'refused' }, true],
    ['provider.proxy', { reason: 'answered', status: 503 }, true],
    ['provider.proxy', { reason: 'answered', status: 403 }, false],
    ['provider.proxy', { reason: 'login' }, false],
    ['provider.tls', {}, false],
    ['provider.tooLarge', {}, false],
    ['provider.badCredentials', {}, false],
    ['connection.badAddress', {}, false],
  ])('after %s %j: %s', (code, details, isAgain) => {
    expect(waitAfter({ error: new AppError(code, details) }) !== null).toBe(isAgain)
  })
})
