import { afterEach, describe, expect, it } from 'vitest'
import { type Bench, startBench } from './open.ts'

let bench: Bench
const start = async (options: Parameters<typeof startBench>[0] = {}): Promise<Bench> => {
  bench = await startBench(options)
  return bench
}
afterEach(() => bench.fake.close())

const LOGIN = 'POST /v1/auth'
const REFRESH = 'POST /v1/auth/refresh'
const LIST = 'GET /v1/vps/server/list'
const HOUR = 3_600_000

describe('a login that is refused with status 200', () => {
  it.each([
    ['INCORRECT_CREDENTIALS', 'provider.badCredentials'],
    ['EMPTY_PASSWORD', 'provider.badCredentials'],
    ['EXPIRED_PASSWORD', 'provider.badCredentials'],
    ['CODE_REQUIRED_SMS', 'provider.codeRequired'],
    ['INCORRECT_CODE', 'provider.badCode'],
    ['IP_BLOCKED', 'provider.addressBlocked'],
    ['CODE_INPUT_LIMIT', 'provider.addressBlocked'],
    ['ACCOUNT_DELETED', 'provider.accountState'],
  ])('%s ends the sync as %s, after one try', async (loginError, code) => {
    const { fake, collect } = await start({ loginError })
    await expect(collect()).rejects.toMatchObject({ code, details: { said: loginError } })
    expect(fake.requests).toHaveLength(1)
  })

  it('for a wrong password does not touch the hosting API', async () => {
    const { fake, collect } = await start()
    const wrong = collect({ secrets: { password: 'not-a-real-wrong-one' } })
    await expect(wrong).rejects.toMatchObject({ code: 'provider.badCredentials' })
    expect(fake.requests.map(({ route }) => route)).toEqual([LOGIN])
  })

  it('because the new API is out of order leaves the hosting part alone', async () => {
    const { fake, collect } = await start({ loginError: 'INTERNAL_ERROR' })
    const sink = await collect()
    expect(fake.seen(LOGIN)).toHaveLength(1)
    expect(sink.outcomeOf('vps')).toMatchObject({ status: 'failed', error: { code: 'provider.serverError' } })
    expect(sink.outcomeOf('sites')).toMatchObject({ status: 'done', found: 4 })
    expect(sink.accounts[0]?.ref).toBe('ivanov')
  })

  it('is not provoked by capitals and blanks in the login', async () => {
    const { collect } = await start()
    const sink = await collect({ settings: { login: ' Ivanov ' } })
    expect(sink.outcomeOf('vps').status).toBe('done')
  })

  it('an answer with neither token nor reason is not understood', async () => {
    const { fake, collect } = await start()
    fake.fault(LOGIN, { kind: 'status', status: 200, json: { hello: 1 } }, Infinity)
    const sink = await collect()
    expect(sink.outcomeOf('vps')).toMatchObject({ status: 'failed', error: { code: 'provider.badAnswer' } })
  })
})

describe('a token', () => {
  it('is renewed at four fifths of its life, and the new one is used', async () => {
    const { fake, ports, collect } = await start({ tokenLifeMs: HOUR })
    const sink = collect()
    // Time passes while the first list is being asked for.
    fake.fault(LIST, {
      kind: 'change',
      change: (json) => {
        ports.clock.advance(0.85 * HOUR)
        return json
      },
    })
    expect((await sink).outcomeOf('cloud').status).toBe('done')
    expect(fake.seen(REFRESH)).toHaveLength(1)
    expect(fake.seen(LOGIN)).toHaveLength(1)
    const used = new Set(fake.requests.map(({ headers }) => headers.authorization).filter(Boolean))
    expect(used.size).toBe(2)
  })

  it.each(['TOKEN_REVOKED', 'PAYLOAD_CHANGED'])(
    'that cannot be renewed (%s) is made anew',
    async (refreshError) => {
      const { fake, ports, collect } = await start({ tokenLifeMs: HOUR, refreshError })
      fake.fault(LIST, {
        kind: 'change',
        change: (json) => {
          ports.clock.advance(0.85 * HOUR)
          return json
        },
      })
      const sink = await collect()
      expect(sink.outcomes.filter(({ status }) => status !== 'done')).toEqual([])
      expect(fake.seen(LOGIN)).toHaveLength(2)
    },
  )

  it('goes on to its end where the renewal is only out of order', async () => {
    const { fake, ports, collect } = await start({ tokenLifeMs: HOUR })
    fake.fault(REFRESH, { kind: 'status', status: 503 }, Infinity)
    fake.fault(LIST, {
      kind: 'change',
      change: (json) => {
        ports.clock.advance(0.85 * HOUR)
        return json
      },
    })
    const sink = await collect()
    expect(sink.outcomes.filter(({ status }) => status !== 'done')).toEqual([])
    expect(fake.seen(LOGIN)).toHaveLength(1)
  })

  it('that is taken back in the middle costs one new login', async () => {
    const { fake, collect } = await start()
    fake.fault(LIST, {
      kind: 'change',
      change: (json) => {
        fake.revokeTokens()
        return json
      },
    })
    const sink = await collect()
    expect(sink.outcomes.filter(({ status }) => status !== 'done')).toEqual([])
    expect(fake.seen(LOGIN)).toHaveLength(2)
  })

  it('that is taken back again and again ends the sync after one new login', async () => {
    const { fake, collect } = await start()
    const revoking = {
      kind: 'change',
      change: (json: unknown) => {
        fake.revokeTokens()
        return json
      },
    } as const
    fake.fault(LIST, revoking)
    fake.fault('GET /v1/vps/statistic/:kind/:id', revoking)
    await expect(collect()).rejects.toMatchObject({ code: 'provider.badCredentials' })
    expect(fake.seen(LOGIN)).toHaveLength(2)
  })

  it('that is never taken ends the sync after one new login', async () => {
    const { fake, collect } = await start()
    fake.fault(LIST, { kind: 'status', status: 401, json: { message: 'no' } }, Infinity)
    await expect(collect()).rejects.toMatchObject({ code: 'provider.badCredentials' })
    expect(fake.seen(LOGIN)).toHaveLength(2)
  })

  it('of a server whose clock is a day ahead is not thought dead, nor immortal', async () => {
    const { fake, ports, collect } = await start({ tokenLifeMs: HOUR, nowMs: () => skewed() })
    const skewed = () => ports.clock.nowMs() + 24 * HOUR
    const sink = await collect()
    expect(sink.outcomeOf('vps').status).toBe('done')
    expect(fake.seen(LOGIN)).toHaveLength(1)
    expect(fake.seen(REFRESH)).toHaveLength(0)
  })
})

describe('an account with one-time codes', () => {
  const twoFactor = { word: 'CODE_REQUIRED_TOTP', code: '246810' }

  it('keeps the token that came for a code, and the next run needs none', async () => {
    const { fake, secrets, ports, open, collect } = await start({ twoFactor, tokenLifeMs: 100 * HOUR })
    await open({ secrets: { code: ' 246810 ' } }).check()
    expect(secrets.token).toContain('"token"')
    ports.clock.advance(HOUR)
    const sink = await collect()
    expect(sink.outcomes.filter(({ status }) => status !== 'done')).toEqual([])
    expect(fake.seen(LOGIN)).toHaveLength(1)
  })

  it('renews the kept token and keeps the new one', async () => {
    const { fake, secrets, ports, open, collect } = await start({ twoFactor, tokenLifeMs: 100 * HOUR })
    await open({ secrets: { code: '246810' } }).check()
    const first = secrets.token
    ports.clock.advance(90 * HOUR)
    await collect()
    expect(fake.seen(REFRESH)).toHaveLength(1)
    expect(secrets.token).not.toBe(first)
    ports.clock.advance(50 * HOUR)
    expect((await collect()).outcomeOf('vps').status).toBe('done')
    expect(fake.seen(LOGIN)).toHaveLength(1)
  })

  it('asks for a code when the kept token is worth nothing, and forgets it', async () => {
    const { fake, secrets, open, collect } = await start({ twoFactor })
    await open({ secrets: { code: '246810' } }).check()
    fake.revokeTokens()
    await expect(collect()).rejects.toMatchObject({ code: 'provider.codeRequired' })
    expect(secrets.token).toBeUndefined()
  })

  it('may be tested again without a code while the token lives', async () => {
    const { fake, open } = await start({ twoFactor })
    await open({ secrets: { code: '246810' } }).check()
    expect((await open().check()).accountRef).toBe('123456')
    expect(fake.seen(LOGIN).at(-1)?.body).toContain('"code":""')
  })

  it('takes no token of another login for its own', async () => {
    const { open } = await start({ twoFactor })
    await open({ secrets: { code: '246810' } }).check()
    const other = open({ settings: { login: 'petrov' } }).check()
    await expect(other).rejects.toMatchObject({ code: 'provider.badCredentials' })
  })

  it('that wants codes no more keeps no token', async () => {
    const { fake, secrets, open } = await start({ twoFactor })
    await open({ secrets: { code: '246810' } }).check()
    fake.state.account.twoFactor = null
    await open().check()
    expect(secrets.token).toBeUndefined()
  })

  it('sends a code once: a login that broke off is not repeated with it', async () => {
    const { fake, open } = await start({ twoFactor })
    fake.fault(LOGIN, { kind: 'reset' })
    const broken = open({ secrets: { code: '246810' } }).check()
    await expect(broken).rejects.toMatchObject({ code: 'provider.unreachable' })
    expect(fake.seen(LOGIN)).toHaveLength(1)
  })

  it('a wrong code is said to be one', async () => {
    const { open } = await start({ twoFactor })
    const wrong = open({ secrets: { code: '000000' } }).check()
    await expect(wrong).rejects.toMatchObject({ code: 'provider.badCode' })
  })
})
