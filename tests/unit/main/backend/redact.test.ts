import { describe, expect, it } from 'vitest'
import { auditInput, describeThrown, hideSecrets, secretsIn } from '#main/backend/redact.ts'

describe('secretsIn', () => {
  it('finds values by the name they stand under, however deep', () => {
    expect(secretsIn({ password: 'one-secret', a: { apiKey: 'two-secret', name: 'x' } })).toEqual([
      'one-secret',
      'two-secret',
    ])
  })

  it('takes all that stands inside something secret, whatever it is called itself', () => {
    const input = { secrets: { login: 'one-secret', deep: { list: ['two-secret', 'abc'] } }, login: 'anna' }
    expect(secretsIn(input)).toEqual(['one-secret', 'two-secret'])
  })

  it('leaves out what is too short to hide without giving it away', () => {
    expect(secretsIn({ password: 'abc' })).toEqual([])
  })

  it.each([null, undefined, 'password', 7, new Uint8Array(10)])('finds none in %j', (value) => {
    expect(secretsIn(value)).toEqual([])
  })
})

describe('auditInput', () => {
  it('hides secrets by name and by value, and cuts long text', () => {
    const kept = auditInput(
      { password: 'one-secret', note: 'my one-secret', list: ['one-secret'], long: 'я'.repeat(300) },
      ['one-secret'],
    )
    expect(kept).toEqual({
      password: '•••',
      note: 'my •••',
      list: ['•••'],
      long: `${'я'.repeat(200)}…`,
    })
  })
})

describe('an address with a person in it', () => {
  it.each([
    ['http://anna:pass-word@proxy.example:3128', '•••@proxy.example:3128'],
    ['anna:pass-word@proxy.example', '•••@proxy.example'],
    ['http://anna:pa/ss@wo?rd@proxy.example', '•••@proxy.example'],
    [`http://anna:${'x'.repeat(300)}@proxy.example`, '•••@proxy.example'],
  ])('is recorded without the person: %s', (proxyUrl, kept) => {
    expect(auditInput({ proxyUrl }, [])).toEqual({ proxyUrl: kept })
  })

  it('is told from a mailbox and a time', () => {
    const input = { owner: 'anna@corp.example', note: 'at 10:30 by anna@corp.example' }
    expect(auditInput(input, [])).toEqual(input)
  })

  it('costs no more time the longer it is', () => {
    const before = performance.now()
    auditInput({ note: 'a:'.repeat(500_000) }, [])
    expect(performance.now() - before).toBeLessThan(1000)
  })
})

it('records nothing of a file that should be a certificate and may be a key', () => {
  expect(auditInput({ caPem: 'BEGIN', secrets: { login: 'anna' } }, [])).toEqual({
    caPem: '•••',
    secrets: '•••',
  })
})

it('hides a secret before it cuts, so that no half of it stays', () => {
  expect(auditInput({ note: `${'я'.repeat(195)}one-secret` }, ['one-secret'])).toEqual({
    note: `${'я'.repeat(195)}•••`,
  })
})

describe('describeThrown', () => {
  it('follows causes and hides parameters and known values', () => {
    const cause = new Error('Failed query: x\nparams: a,b\nc')
    const text = describeThrown(new Error('with one-secret', { cause }), ['one-secret'])
    expect(text).toContain('with •••')
    expect(text).toContain('caused by')
    expect(text).toContain('params: •••')
    expect(text).not.toContain('a,b')
  })

  it('ends on causes that go in a circle', () => {
    const error = new Error('round')
    error.cause = error
    expect(describeThrown(error, []).match(/caused by/g)).toHaveLength(3)
  })
})

it('hides a value wherever it stands, pattern characters or not', () => {
  expect(hideSecrets('a $& b (x+)', ['(x+)', '$&'])).toBe('a ••• b •••')
})
