import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import type { Fault } from './fault-kinds.ts'
import type { FakeAnswer } from './fault-routes.ts'

const LONGEST_DELAY_MS = 10_000

/** Puts an answer on the wire, or as much of it as its faults leave. */
export async function sendAnswer(
  response: ServerResponse,
  answer: FakeAnswer,
  faults: readonly Fault[],
): Promise<void> {
  for (const fault of faults) if (fault.kind === 'delay') await pause(response, fault.ms)
  const spoiler = faults.find(({ kind }) => ['reset', 'cut', 'trickle', 'invalidJson'].includes(kind))
  if (response.destroyed) return
  if (spoiler?.kind === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  const whole = Buffer.from(answer.json === undefined ? (answer.text ?? '') : JSON.stringify(answer.json))
  const body = spoiler?.kind === 'invalidJson' ? whole.subarray(0, Math.ceil((whole.length * 2) / 3)) : whole
  const type = answer.json === undefined ? 'text/plain; charset=utf-8' : 'application/json'
  response.writeHead(answer.status ?? 200, {
    'content-type': type,
    'content-length': body.length,
    ...answer.headers,
  })
  if (spoiler?.kind === 'cut') {
    response.write(body.subarray(0, spoiler.bytes ?? Math.floor(body.length / 2)), () => {
      response.socket?.destroy()
    })
  } else if (spoiler?.kind === 'trickle') {
    await trickle(response, body, spoiler.bytes, spoiler.everyMs)
  } else {
    response.end(body)
  }
}

async function trickle(
  response: ServerResponse,
  body: Buffer,
  bytes: number,
  everyMs: number,
): Promise<void> {
  for (let sent = 0; sent < body.length && !response.destroyed; sent += bytes) {
    response.write(body.subarray(sent, sent + bytes))
    await pause(response, everyMs)
  }
  response.end()
}

/** Ends early when the caller hangs up, so that a closing test does not wait for it. */
async function pause(response: ServerResponse, ms: number): Promise<void> {
  if (response.destroyed) return
  const stop = new AbortController()
  const hangUp = once(response, 'close', { signal: stop.signal }).catch(() => {})
  const time = after(Math.min(ms, LONGEST_DELAY_MS), undefined, { signal: stop.signal }).catch(() => {})
  await Promise.race([hangUp, time])
  stop.abort()
}
