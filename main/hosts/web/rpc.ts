import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Backend } from '#main/backend/create-backend.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import type { ErrorCode, ErrorDetails } from '#shared/errors/codes.ts'

const MAX_BODY_BYTES = 1_000_000
const MAX_READ_BYTES = 8 * MAX_BODY_BYTES

export const failure = (code: ErrorCode, details: ErrorDetails = {}): Envelope<never> => ({
  ok: false,
  error: { code, details, ref: null },
})

export function answer(response: ServerResponse, status: number, envelope: Envelope<unknown>): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(JSON.stringify(envelope))
}

/** Carries one call to the backend. What the backend answers, a failure too, is an answer: status 200. */
export async function carryCall(
  request: IncomingMessage,
  response: ServerResponse,
  { backend, name, clientKey }: { backend: Backend; name: string; clientKey: string },
): Promise<void> {
  const body = await readBody(request)
  if (body === null) {
    // Whatever is still on its way goes with the connection.
    response.setHeader('Connection', 'close')
    answer(response, 413, failure('call.tooLarge'))
    return
  }
  let input: unknown
  try {
    input = JSON.parse(body)
  } catch {
    answer(response, 400, failure('input.invalid', { field: '—', problem: 'json' }))
    return
  }
  answer(response, 200, await backend.call(name, input, { host: 'web', clientKey }))
}

/** Null when it is larger than any call of ours. A little too much is still read, so that the answer can arrive. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_READ_BYTES) return null
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const buffer = chunk as Buffer
    bytes += buffer.length
    if (bytes > MAX_READ_BYTES) return null
    if (bytes <= MAX_BODY_BYTES) chunks.push(buffer)
  }
  return bytes <= MAX_BODY_BYTES ? Buffer.concat(chunks).toString('utf8') : null
}
