import { randomBytes } from 'node:crypto'
import type { Clock, Ids } from '#main/ports/ports.ts'

const COUNTER_MAX = 0xfff

/**
 * UUID version 7 (RFC 9562): the millisecond, then a counter, then chance. The counter keeps identifiers made within
 * one millisecond, or under a clock that stands still or steps back, in the order of their making.
 */
export function createIds(clock: Pick<Clock, 'nowMs'>, onSecret: (secret: string) => void = () => {}): Ids {
  let lastMs = 0
  let counter = 0

  function next(): string {
    const nowMs = Math.max(0, Math.trunc(clock.nowMs()))
    const random = randomBytes(10)
    if (nowMs > lastMs) {
      lastMs = nowMs
      counter = random.readUInt16BE(0) & 0x7ff
    } else if (counter < COUNTER_MAX) {
      counter += 1
    } else {
      lastMs += 1
      counter = 0
    }
    const time = lastMs.toString(16).padStart(12, '0')
    const version = `7${counter.toString(16).padStart(3, '0')}`
    const variant = (0x8000 | (random.readUInt16BE(2) & 0x3fff)).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${random.subarray(4).toString('hex')}`
  }

  function secret(): string {
    const value = randomBytes(32).toString('base64url')
    onSecret(value)
    return value
  }

  return { next, secret, fraction: Math.random }
}
