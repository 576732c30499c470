import type { CallInput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import type { ErrorCode } from '#shared/errors/codes.ts'

/**
 * `keeper` owns the first organisation and `viewer` may only look at it; both are signed in from the start.
 * `anna` makes an organisation of her own, `guest` opens the demo company, `stranger` never signs in. `olga` connects a
 * cloud in hers: what she hears follows the pace of a synchronisation.
 */
export const clients = ['keeper', 'viewer', 'anna', 'olga', 'guest', 'stranger'] as const
export type ClientName = (typeof clients)[number]

/**
 * The last good answer of each call; under `beget` what opens the account at the stand-in for Beget, under `ratesToken`
 * a file of rates that was given to the host.
 */
export type Seen = { [call: string]: unknown }

export type Case = {
  title: string
  client: ClientName
  call: string
  input: unknown
  code: 'ok' | ErrorCode
}

export const ok = <N extends CallName>(
  client: ClientName,
  call: N,
  input: CallInput<N> | ((seen: Seen) => CallInput<N>),
): Case => ({ title: `${client} asks ${call}`, client, call, input, code: 'ok' })

export const refused = (
  client: ClientName,
  call: string,
  input: unknown,
  code: ErrorCode,
  why: string,
): Case => ({
  title: `${client} asks ${call || 'for nothing'}: ${why}`,
  client,
  call,
  input,
  code,
})
