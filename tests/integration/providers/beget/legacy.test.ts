import { afterEach, describe, expect, it } from 'vitest'
import { BEGET_TICKS } from '#tests/fakes/beget/state.ts'
import { type Bench, startBench } from './open.ts'

let bench: Bench
const start = async (options: Parameters<typeof startBench>[0] = {}): Promise<Bench> => {
  bench = await startBench(options)
  return bench
}
afterEach(() => bench.fake.close())

const HOSTING = ['account', 'domains', 'subdomains', 'sites', 'mysql', 'ftp', 'mail']
const asked = ({ fake }: Bench) => fake.requests.filter(({ path }) => path.startsWith('/api/'))

describe('the hosting API', () => {
  it('that does not take the password is asked twice, and the clouds are read all the same', async () => {
    const { collect } = await start()
    const sink = await collect({ secrets: { apiPassword: 'not-a-real-wrong-one' } })
    for (const scope of HOSTING)
      expect(sink.outcomeOf(scope)).toMatchObject({
        status: 'forbidden',
        error: { code: 'provider.forbidden' },
      })
    expect(asked(bench)).toHaveLength(2)
    expect(sink.outcomeOf('vps')).toMatchObject({ status: 'done', found: 6 })
    expect(sink.accounts).toEqual([])
  })

  it('that is switched off is the same', async () => {
    const { collect } = await start({ isHostingApiOn: false })
    const sink = await collect()
    expect(sink.outcomeOf('domains').status).toBe('forbidden')
    expect(sink.outcomeOf('vps').status).toBe('done')
  })

  it('without a password of its own takes the account password', async () => {
    const { fake, collect } = await start({ apiPassword: 'not-a-real-password' })
    const { apiPassword: _, ...secrets } = bench.secrets
    delete bench.secrets.apiPassword
    expect(secrets.password).toBe(fake.state.account.apiPassword)
    expect((await collect()).outcomeOf('sites').status).toBe('done')
  })

  it('whose account tick is missing says so of the account alone', async () => {
    const ticks = BEGET_TICKS.filter((tick) => tick !== 'user')
    const { collect } = await start({ ticks })
    const sink = await collect()
    const { status, error } = sink.outcomeOf('account')
    expect(status).toBe('forbidden')
    expect(error?.details.right).toContain('Управление аккаунтом')
    expect(error?.details.said).toContain('AUTH_ERROR')
    expect(sink.outcomeOf('domains').status).toBe('done')
    expect(sink.outcomeOf('plan').status).toBe('forbidden')
  })

  it.each([
    ['domain', 'domains', 'Управление доменами'],
    ['site', 'sites', 'Управление сайтами'],
    ['mysql', 'mysql', 'Управление MySQL'],
    ['ftp', 'ftp', 'Управление FTP'],
    ['mail', 'mail', 'Работа с почтой'],
  ] as const)('without the tick of %s names it, whichever way Beget says no', async (tick, scope, name) => {
    for (const closedAs of ['Method disabled', 'Cannot access method'] as const) {
      const { collect, fake } = await start({ ticks: BEGET_TICKS.filter((one) => one !== tick), closedAs })
      const sink = await collect()
      const { status, error } = sink.outcomeOf(scope)
      expect(status).toBe('forbidden')
      expect(error?.details.right).toContain(name)
      expect(error?.details.said).toContain(closedAs)
      expect(sink.outcomeOf('account').status).toBe('done')
      await fake.close()
    }
    await start()
  })

  it('that has no such method has no such things', async () => {
    const { fake, collect } = await start()
    const json = { status: 'error', error_code: 'NO_SUCH_METHOD', error_text: 'No such method' }
    fake.fault('POST /api/ftp/getList', { kind: 'status', status: 200, json })
    expect((await collect()).outcomeOf('ftp').status).toBe('absent')
  })

  it('whose method fails tells what it said', async () => {
    const { fake, collect } = await start()
    const errors = [{ error_code: 'METHOD_FAILED', error_text: 'try later' }]
    const json = { status: 'success', answer: { status: 'error', errors } }
    fake.fault('POST /api/site/getList', { kind: 'status', status: 200, json })
    expect((await collect()).outcomeOf('sites')).toMatchObject({
      status: 'failed',
      error: { code: 'provider.refused', details: { said: 'METHOD_FAILED: try later' } },
    })
  })
})

describe('sixty requests a minute', () => {
  it('are not exceeded by an account of two hundred domains', async () => {
    const { fake, ports, collect } = await start({ counts: { domains: 200, mailboxes: 9 } })
    // The boxes are of the last domain that is asked for.
    for (let index = 1; index <= 9; index += 1)
      fake.state.mailboxes.update(`box${index}`, (box) => {
        box.domain = 'site-200.ru'
      })
    const startedAtMs = ports.clock.nowMs()
    const sink = await collect()
    expect(sink.outcomeOf('mail')).toMatchObject({ status: 'done', found: 9 })
    expect(fake.failures).toEqual([])
    const refused = asked(bench).length - 207
    expect(refused).toBe(0)
    expect(ports.clock.nowMs() - startedAtMs).toBeGreaterThanOrEqual(3 * 60_000)
  })

  it('that somebody else has spent are waited for', async () => {
    const { fake, ports, collect } = await start()
    const startedAtMs = ports.clock.nowMs()
    const errors = [{ error_code: 'LIMIT_ERROR', error_text: 'Limit of requests exceeded' }]
    const json = { status: 'success', answer: { status: 'error', errors } }
    fake.fault('POST /api/site/getList', { kind: 'status', status: 200, json }, 2)
    const sink = await collect()
    expect(sink.outcomeOf('sites')).toMatchObject({ status: 'done', found: 4 })
    expect(ports.clock.nowMs() - startedAtMs).toBeGreaterThanOrEqual(2 * 60_000)
  })

  it('that never come again end the part and not the sync', async () => {
    const { fake, collect } = await start()
    const errors = [{ error_code: 'LIMIT_ERROR', error_text: 'Limit of requests exceeded' }]
    const json = { status: 'success', answer: { status: 'error', errors } }
    fake.fault('POST /api/site/getList', { kind: 'status', status: 200, json }, Infinity)
    const sink = await collect()
    expect(sink.outcomeOf('sites')).toMatchObject({
      status: 'failed',
      error: { code: 'provider.rateLimited' },
    })
    expect(sink.outcomeOf('mysql').status).toBe('done')
  })
})

describe('mail', () => {
  it('is not asked for domain by domain where the account has no box', async () => {
    const { fake, collect } = await start({ counts: { domains: 50, mailboxes: 0 } })
    expect((await collect()).outcomeOf('mail')).toMatchObject({ status: 'done', found: 0 })
    expect(fake.seen('POST /api/mail/getMailboxList')).toEqual([])
  })

  it('is asked for until all boxes are found', async () => {
    const { fake, collect } = await start({ counts: { domains: 50, mailboxes: 3 } })
    expect((await collect()).outcomeOf('mail')).toMatchObject({ status: 'done', found: 3 })
    expect(fake.seen('POST /api/mail/getMailboxList')).toHaveLength(1)
  })

  it('of a domain that takes none is no failure', async () => {
    const { fake, collect } = await start({ facts: { user_mail: null } })
    const errors = [{ error_code: 'INVALID_DATA', error_text: 'Invalid domain name' }]
    const json = { status: 'success', answer: { status: 'error', errors } }
    fake.fault('POST /api/mail/getMailboxList', { kind: 'status', status: 200, json })
    expect((await collect()).outcomeOf('mail')).toMatchObject({ status: 'done', found: 0 })
    expect(fake.seen('POST /api/mail/getMailboxList')).toHaveLength(4)
  })

  it('cannot be asked for without the domains', async () => {
    const { fake, collect } = await start()
    fake.fault('POST /api/domain/getList', { kind: 'status', status: 500 }, Infinity)
    const sink = await collect()
    expect(sink.outcomeOf('domains').status).toBe('failed')
    expect(sink.outcomeOf('mail')).toMatchObject({
      status: 'failed',
      error: { code: 'provider.serverError' },
    })
  })
})
