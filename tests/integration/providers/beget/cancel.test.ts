import { afterEach, describe, expect, it } from 'vitest'
import type { Net } from '#main/ports/net.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { recordingSink } from '#tests/support/recording-sink.ts'
import { type Bench, REQUEST, startBench } from './open.ts'

let bench: Bench
const start = async (options: Parameters<typeof startBench>[0] = {}): Promise<Bench> => {
  bench = await startBench(options)
  return bench
}
afterEach(() => bench.fake.close())

const cancelled = new AppError('sync.cancelled')

describe('a sync that is cancelled', () => {
  it.each([
    'GET /v1/vps/server/list',
    'POST /api/site/getList',
    'GET /v1/vps/statistic/:kind/:id',
    'POST /v1/auth',
  ])('while %s is on its way ends with the reason, and nothing is told after', async (route) => {
    const { fake, stop, ports, open } = await start()
    const sink = recordingSink()
    let sent = 0
    const net: Net = {
      send: (request) => {
        sent += 1
        return ports.net.send(request)
      },
    }
    fake.fault(route, {
      kind: 'change',
      change: (json) => {
        stop.abort(cancelled)
        return json
      },
    })
    await expect(open({ net }).collect(sink, REQUEST)).rejects.toBe(cancelled)
    const toldByThen = sink.text()
    const sentByThen = sent
    await new Promise((resolve) => setImmediate(resolve))
    expect(sink.text()).toBe(toldByThen)
    expect(sent).toBe(sentByThen)
  })

  it('before it began asks nothing', async () => {
    const { fake, stop, open } = await start()
    stop.abort(cancelled)
    await expect(open().collect(recordingSink(), REQUEST)).rejects.toBe(cancelled)
    expect(fake.requests).toEqual([])
  })

  it('while it waits for the next minute of requests ends at once', async () => {
    const { fake, stop, ports, open } = await start()
    const errors = [{ error_code: 'LIMIT_ERROR', error_text: 'Limit of requests exceeded' }]
    const json = { status: 'success', answer: { status: 'error', errors } }
    fake.fault('POST /api/site/getList', { kind: 'status', status: 200, json }, Infinity)
    const { wait } = ports.clock
    ports.clock.wait = (ms, signal) => {
      // The person presses the button as soon as the waiting begins.
      if (ms === 60_000) stop.abort(cancelled)
      return wait(ms, signal)
    }
    await expect(open().collect(recordingSink(), REQUEST)).rejects.toBe(cancelled)
    expect(fake.seen('POST /api/site/getList')).toHaveLength(1)
  })
})

it('a sink that cannot take any more ends the sync with its own error', async () => {
  const { open } = await start()
  const sink = recordingSink()
  const full = new Error('disk is full')
  sink.before = (what) => {
    if (what === 'inventory') throw full
  }
  await expect(open().collect(sink, REQUEST)).rejects.toBe(full)
})
