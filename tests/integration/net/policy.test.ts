import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemClock } from '#main/adapters/clock.ts'
import { createFileLog } from '#main/adapters/log.ts'
import { createHttp } from '#main/providers/http/http.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Fault } from '#tests/fakes/fault-server.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { client, serve } from './client.ts'

const PATTERN = 'GET /servers'
const anything = z.object({ ok: z.boolean() })
const request = { method: 'GET', endpoint: 'servers' } as const

describe('the provider’s limits', () => {
  it('as many requests at once as the policy lets through, and no more', async () => {
    let most = 0
    let together: (() => void)[] = []
    const server = await serve([
      {
        pattern: PATTERN,
        // Nobody is answered before three are there: with fewer at once the test would not end.
        handle: async () => {
          await new Promise<void>((resolve) => {
            together.push(resolve)
            most = Math.max(most, together.length)
            if (together.length < 3) return
            for (const answer of together) answer()
            together = []
          })
          return { json: { ok: true } }
        },
      },
    ])
    const { http } = client({ parallel: 3 })
    const url = `${server.origin}/servers`
    await Promise.all(Array.from({ length: 30 }, () => http.json({ ...request, url }, anything)))
    expect(server.requests).toHaveLength(30)
    expect(most).toBe(3)
  })

  it('sixty a minute is kept over a long list', async () => {
    const server = await serve([{ pattern: PATTERN, handle: () => ({ json: { ok: true } }) }])
    const { http, waits } = client({ perMinute: 60 })
    const url = `${server.origin}/servers`
    await Promise.all(Array.from({ length: 150 }, () => http.request({ ...request, url })))
    expect(server.requests).toHaveLength(150)
    expect(waits).toEqual([61_000, 61_000])
  })
})

describe('cancelling', () => {
  const start = () => serve([{ pattern: PATTERN, handle: () => ({ json: { ok: true } }) }])

  it('ends an exchange, a wait for another attempt and a wait for a turn at once, with the person’s reason', async () => {
    const server = await start()
    server.fault(PATTERN, { kind: 'status', status: 500 }, Number.POSITIVE_INFINITY)
    const { ports, abort } = client()
    const reason = new AppError('sync.cancelled')
    const { net, log } = ports
    let waiting = (): void => {}
    const begun = new Promise<void>((resolve) => {
      waiting = resolve
    })
    const clock = {
      nowMs: ports.clock.nowMs,
      // Real time, and far too much of it: only the signal ends it within the test.
      wait: (_ms: number, signal?: AbortSignal) => {
        waiting()
        return systemClock.wait(600_000, signal)
      },
    }
    const http = createHttp(
      {
        net,
        log,
        clock,
        ids: ports.ids,
        signal: abort.signal,
        secrets: [],
        route: { proxyUrl: null, caPem: null },
      },
      { timeoutMs: 60_000, parallel: 1, perMinute: null, retries: 3 },
    )
    const url = `${server.origin}/servers`
    const backingOff = http.request({ ...request, url }).catch((error: unknown) => error)
    await begun
    server.clearFaults()
    server.fault(PATTERN, { kind: 'delay', ms: 10_000 })
    const running = http.request({ ...request, url }).catch((error: unknown) => error)
    const queued = http.request({ ...request, url }).catch((error: unknown) => error)
    while (server.requests.length < 2) await new Promise((resolve) => setImmediate(resolve))
    abort.abort(reason)
    expect(await Promise.all([backingOff, running, queued])).toEqual([reason, reason, reason])
    expect(server.requests).toHaveLength(2)
    await expect(http.request({ ...request, url })).rejects.toBe(reason)
  })

  it('many waiting requests make no noise about their signal', async () => {
    const warnings: string[] = []
    const note = (warning: Error): void => {
      warnings.push(warning.name)
    }
    process.on('warning', note)
    const server = await start()
    const { http } = client({ parallel: 2 })
    const url = `${server.origin}/servers`
    await Promise.all(Array.from({ length: 100 }, () => http.request({ ...request, url })))
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', note)
    expect(warnings).toEqual([])
  })
})

describe('secrets', () => {
  const token = 'not-a-real-token/with+"signs" & spaces'
  const password = 'not-a-real-password-777'
  const planted = [token, password, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)]
  const holdsNone = (text: string): void => {
    for (const secret of planted) expect(text).not.toContain(secret)
  }
  const echo = { error: { message: `bad ${token}`, title: password } }

  it.each<[string, Fault]>([
    ['a server error', { kind: 'status', status: 500, json: echo }],
    ['a refusal', { kind: 'status', status: 400, json: echo }],
    ['bad credentials', { kind: 'status', status: 401, text: `login=ivanov&passwd=${password} is wrong` }],
    ['a missing right', { kind: 'status', status: 403, text: encodeURIComponent(token) }],
    ['a limit', { kind: 'rateLimit', retryAfter: '1' }],
    ['a page', { kind: 'status', status: 502, text: `<html><title>${password}</title></html>` }],
    ['a redirect', { kind: 'redirect', to: `https://fake.example/?t=${password}` }],
    ['a wrong type', { kind: 'status', status: 200, json: { ok: token } }],
    ['a secret for a key', { kind: 'status', status: 200, json: { ok: { [password]: token } } }],
    ['no JSON', { kind: 'status', status: 200, text: `{${password}` }],
    ['a cut body', { kind: 'cut' }],
    ['a reset', { kind: 'reset' }],
  ])('%s shows none of them in its error, its stack or the log', async (_what, fault) => {
    const server = await serve([{ pattern: 'POST /api', handle: () => ({ json: { ok: true } }) }])
    server.fault('POST /api', fault, Number.POSITIVE_INFINITY)
    const secrets = new Set([password])
    const { http, ports } = client({}, secrets)
    // A token that was only now got is as secret as what was given at the start.
    secrets.add(token)
    const keyed = z.object({ ok: z.record(z.string(), z.number()) })
    const error: unknown = await http
      .json(
        {
          method: 'POST',
          url: `${server.origin}/api?passwd=${encodeURIComponent(token)}`,
          headers: { authorization: `Bearer ${token}` },
          body: `passwd=${password}`,
          endpoint: 'account',
          isReadOnly: true,
        },
        keyed,
      )
      .catch((thrown: unknown) => thrown)
    if (!(error instanceof AppError)) throw error
    expect(server.requests[0]?.body).toContain(password)
    holdsNone(JSON.stringify([error.code, error.details]))
    holdsNone(String(error.stack))
    holdsNone(JSON.stringify(ports.lines))
    expect(error.cause).toBeUndefined()
  })

  it('the log file of failing attempts tells host and endpoint and none of them', async () => {
    const server = await serve([{ pattern: PATTERN, handle: () => ({ json: { ok: true } }) }])
    server.fault(PATTERN, { kind: 'status', status: 500, json: echo }, 2)
    server.fault(PATTERN, { kind: 'reset' }, 1)
    const folder = tempFolder()
    const log = createFileLog({ folder, clock: systemClock })
    const { ports } = client()
    const http = createHttp(
      {
        ...ports,
        log,
        signal: new AbortController().signal,
        secrets: [password, token],
        route: { proxyUrl: null, caPem: null },
      },
      { timeoutMs: 2000, parallel: 1, perMinute: null, retries: 3 },
    )
    const url = `${server.origin}/servers?passwd=${encodeURIComponent(token)}`
    await http.json({ ...request, url, headers: { 'x-token': password } }, anything)
    log.flush()
    const text = readFileSync(join(folder, 'infrazen.log'), 'utf8')
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ event, host, endpoint, why }) => [event, host, endpoint, why])).toEqual(
      [500, 500, 'provider.unreachable'].map((why) => [
        'http.retried',
        `127.0.0.1:${server.port}`,
        'servers',
        why,
      ]),
    )
    holdsNone(text)
  })
})
