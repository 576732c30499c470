import { isRecord } from '../common/shapes.ts'

/**
 * What an answer of the hosting API comes to. `refused`: it does not take the login, or the section is closed to it;
 * it says the same word for both. `limited`: too many requests in a minute.
 */
export type Envelope =
  | { kind: 'result'; result: unknown }
  | { kind: 'limited' | 'refused' | 'closed' | 'unknown'; said: string }
  | { kind: 'failed'; code: string; said: string }
  | { kind: 'foreign' }

/** Every answer has status 200; whether it is one tells the inside, and there are two layers that may say no. */
export function openEnvelope(body: unknown): Envelope {
  if (!isRecord(body) || typeof body.status !== 'string') {
    return isBare(body) ? { kind: 'result', result: body } : { kind: 'foreign' }
  }
  if (body.status === 'error') return refusalOf(body)
  if (body.status !== 'success' || !('answer' in body)) return { kind: 'foreign' }
  const { answer } = body
  if (!isRecord(answer) || typeof answer.status !== 'string') return { kind: 'result', result: answer }
  if (answer.status === 'success') return { kind: 'result', result: answer.result }
  if (answer.status !== 'error') return { kind: 'foreign' }
  const [first] = Array.isArray(answer.errors) ? answer.errors : []
  return refusalOf(isRecord(first) ? first : answer)
}

const NOT_RESULTS = ['status', 'error', 'message']

/** Older descriptions of the API show results without any envelope. */
function isBare(body: unknown): boolean {
  if (!isRecord(body)) return Array.isArray(body)
  const names = Object.keys(body)
  return names.length > 0 && !names.some((name) => NOT_RESULTS.includes(name))
}

function refusalOf(refusal: Record<string, unknown>): Envelope {
  // The code may be missing, or a number.
  const code = String(refusal.error_code ?? '')
  const words = String(refusal.error_text ?? '').slice(0, 200)
  const said = [code, words].filter((text) => text !== '').join(': ')
  if (code === 'LIMIT_ERROR') return { kind: 'limited', said }
  if (code === 'NO_SUCH_METHOD') return { kind: 'unknown', said }
  if (/method disabled|cannot access method|access denied/i.test(words)) return { kind: 'closed', said }
  if (code === 'AUTH_ERROR') return { kind: 'refused', said }
  return { kind: 'failed', code: code.slice(0, 40), said }
}
