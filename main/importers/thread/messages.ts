import type { FromReader } from '../protocol.ts'

/** From the one who started the reading: that a message which waits has been dealt with. */
export type ToReader = { kind: 'done' }

const WAITING: ReadonlySet<FromReader['kind']> = new Set(['segment', 'keys', 'details', 'rejected'])

/** Messages that hold much: a few at a time may be on their way, so that a slow writer holds the reader back. */
export const waits = (message: FromReader): boolean => WAITING.has(message.kind)
