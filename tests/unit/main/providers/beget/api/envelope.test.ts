import { describe, expect, it } from 'vitest'
import { openEnvelope } from '#main/providers/beget/api/envelope.ts'

const success = (answer: unknown) => ({ status: 'success', answer })

describe('a result', () => {
  it('comes out of both envelopes, out of one, and bare', () => {
    const result = [{ id: 1 }]
    expect(openEnvelope(success({ status: 'success', result }))).toEqual({ kind: 'result', result })
    expect(openEnvelope(success(result))).toEqual({ kind: 'result', result })
    expect(openEnvelope(result)).toEqual({ kind: 'result', result })
    expect(openEnvelope({ plan_name: 'Noble' })).toEqual({ kind: 'result', result: { plan_name: 'Noble' } })
  })
})

describe('a refusal', () => {
  it.each([
    [{ error_code: 'AUTH_ERROR', error_text: 'No such user or wrong password' }, 'refused'],
    [{ error_code: 'AUTH_ERROR', error_text: 'Cannot access method mysql' }, 'closed'],
    [{ error_text: 'Method disabled' }, 'closed'],
    [{ error_code: 'NO_SUCH_METHOD', error_text: 'No such method' }, 'unknown'],
    [{ error_code: 'INCORRECT_REQUEST', error_text: '?' }, 'failed'],
    [{ error_code: 17 }, 'failed'],
    [{}, 'failed'],
  ])('%j of the whole request is %s', (error, kind) => {
    expect(openEnvelope({ status: 'error', ...error }).kind).toBe(kind)
  })

  it.each([
    ['LIMIT_ERROR', 'limited'],
    ['INVALID_DATA', 'failed'],
    ['METHOD_FAILED', 'failed'],
  ])('%s of a method is %s', (error_code, kind) => {
    const errors = [{ error_code, error_text: 'words' }]
    const envelope = openEnvelope(success({ status: 'error', errors }))
    expect(envelope).toMatchObject({ kind, said: `${error_code}: words` })
  })

  it('without any reason is still one', () => {
    for (const errors of [undefined, [], 'text', [null]])
      expect(openEnvelope(success({ status: 'error', errors })).kind).toBe('failed')
  })
})

it.each([
  undefined,
  null,
  'text',
  5,
  {},
  { status: 'success' },
  { status: 'maybe' },
  { error: 'x' },
  { message: 'x' },
])('%j is no answer of this API', (body) => {
  expect(openEnvelope(body).kind).toBe('foreign')
})
