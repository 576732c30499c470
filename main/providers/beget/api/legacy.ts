import { z } from 'zod'
import type { Clock } from '#main/ports/ports.ts'
import type { Http, HttpAnswer } from '#main/providers/http/types.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Envelope, openEnvelope } from './envelope.ts'
import { createGate } from './gate.ts'

/** The hosting API, named `section/method` as Beget's own help does. `null`: it has no such method. */
export type Legacy = {
  host: string
  call<S extends z.ZodType>(
    method: string,
    schema: S,
    options: { right: string; input?: Readonly<Record<string, string>> },
  ): Promise<z.output<S> | null>
}

type Parts = {
  http: Http
  base: string
  login: string
  password: string
  clock: Clock
  signal: AbortSignal
  /** How often to wait for new requests when they are spent. */
  patience: number
}

/** Others may spend the same sixty requests a minute: then we wait until they are given anew. */
const LIMIT_PAUSE_MS = 60_000
/** A wrong password and a closed section sound alike; two of them without a single success mean the password. */
const REFUSALS_TO_STOP = 2

type Opened = { envelope: Envelope }

export function createLegacy({ http, base, login, password, clock, signal, patience }: Parts): Legacy {
  const { host } = new URL(base)
  const gated = createGate()
  let refusals = 0
  let isAdmitted = false

  const open = (answer: HttpAnswer): Opened | undefined => {
    const envelope = openEnvelope(answer.body)
    if (envelope.kind === 'foreign') return undefined
    // What the server says back may hold what it was sent.
    return { envelope: 'said' in envelope ? { ...envelope, said: http.said(envelope.said) } : envelope }
  }

  async function ask(method: string, right: string, input: Readonly<Record<string, string>>) {
    const form = new URLSearchParams({
      login,
      passwd: password,
      input_format: 'json',
      output_format: 'json',
      input_data: JSON.stringify(input),
    })
    return http.json(
      {
        method: 'POST',
        url: `${base}/api/${method}`,
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
        endpoint: method,
        isReadOnly: true,
        right,
      },
      z.unknown().transform((): Opened => ({ envelope: { kind: 'foreign' } })),
      { accept: open },
    )
  }

  async function patiently(method: string, right: string, input: Readonly<Record<string, string>>) {
    for (let pauses = 0; ; pauses += 1) {
      const { envelope } = await ask(method, right, input)
      if (envelope.kind !== 'limited' || pauses >= patience) return envelope
      await clock.wait(LIMIT_PAUSE_MS, signal)
    }
  }

  return {
    host,
    call: (method, schema, { right, input = {} }) =>
      gated(async () => {
        if (refusals >= REFUSALS_TO_STOP && !isAdmitted) throw forbidden(right, 'AUTH_ERROR')
        const envelope = await patiently(method, right, input)
        // A section that is closed, or too many requests: both are said to whoever it knows.
        if (['result', 'closed', 'limited'].includes(envelope.kind)) isAdmitted = true
        switch (envelope.kind) {
          case 'refused':
            refusals += 1
            throw forbidden(right, envelope.said)
          case 'closed':
            throw forbidden(right, envelope.said)
          case 'unknown':
            return null
          case 'limited':
            throw new AppError('provider.rateLimited', { host, said: envelope.said })
          case 'failed':
            throw new AppError('provider.refused', {
              host,
              status: 200,
              reason: envelope.code,
              said: envelope.said,
            })
          case 'foreign':
            throw new AppError('provider.badAnswer', { host, path: method, problem: 'envelope' })
          case 'result':
            return read(method, schema, envelope.result)
        }
      }),
  }

  function read<S extends z.ZodType>(method: string, schema: S, result: unknown): z.output<S> {
    const parsed = schema.safeParse(result)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    const path = [method, ...(issue?.path.map(String) ?? [])].join('.')
    throw new AppError('provider.badAnswer', { host, path, problem: issue?.code ?? 'unreadable' })
  }

  function forbidden(right: string, said: string): AppError {
    return new AppError('provider.forbidden', { host, right, said })
  }
}
