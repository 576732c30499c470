import { afterEach, describe, expect, it } from 'vitest'
import { kopecksOf, meddling, startWorld, stopWorlds } from './account.ts'

afterEach(stopWorlds)

const LOGIN = 'POST /identity/v3/auth/tokens'
const SERVERS = 'GET /cloud/:pool/compute/v2.1/servers/detail'

describe('the static token', () => {
  it('that is refused ends everything with one question', async () => {
    const { fake, look } = await startWorld()
    const asked = look({}, { secrets: { ...fake.secrets, token: 'not-a-real-wrong-token' } })
    await expect(asked).rejects.toThrow(
      expect.objectContaining({
        code: 'provider.badCredentials',
        details: expect.objectContaining({ said: 'Unauthorized' }),
      }),
    )
    expect(fake.requests).toHaveLength(1)
  })

  it('that is taken back in the middle ends the sync there', async () => {
    const { fake, look } = await startWorld()
    fake.make.server({ name: 'web-1' })
    fake.fault(
      'GET /api/v1/cloud_billing/statistic/consumption',
      { kind: 'status', status: 401, text: 'Unauthorized' },
      Number.POSITIVE_INFINITY,
    )
    await expect(look()).rejects.toThrow(expect.objectContaining({ code: 'provider.badCredentials' }))
    expect(fake.seen(LOGIN)).toHaveLength(0)
  })

  it('without a right reads the rest', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({ name: 'web-1' })
    for (const right of ['balance', 'consumption', 'report', 'transactions', 'prices', 'projects'] as const)
      fake.model.denied.add(right)
    const sink = await look()
    const closed = sink.outcomes.filter(({ status }) => status === 'forbidden').map(({ scope }) => scope)
    expect(closed.sort()).toEqual([
      'balance',
      'billing/hour',
      'billing/report',
      'costs',
      'prediction',
      'prices',
      'projects',
      'projects/billed',
      'transactions',
    ])
    // Its projects are known from the service user's own list.
    expect(sink.refs()).toContain(web.id)
    expect(sink.accounts[0]).toMatchObject({ ref: '236061', balance: null, daysLeft: null })
  })
})

describe('the service user', () => {
  it('is not needed for the bill; without one nothing is looked for elsewhere', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({ name: 'web-1', vcpu: 1, ramMb: 1024 })
    const sink = await look(
      {},
      { settings: { ...fake.settings, user: '' }, secrets: { token: fake.secrets.token ?? '' } },
    )
    expect(sink.bill).toEqual([expect.objectContaining({ ref: web.id, expectedIn: null })])
    expect(kopecksOf(sink)).toBe(12n * 122n)
    expect(sink.listed).toEqual([])
    expect(sink.outcomes.every(({ status }) => status === 'done')).toBe(true)
    expect(fake.seen(LOGIN)).toHaveLength(0)
  })

  it('with a wrong password is tried twice and no more; the bill is read all the same', async () => {
    const { fake, look } = await startWorld()
    fake.make.server({ name: 'web-1' })
    fake.model.projects.push({ id: 'd'.repeat(32), name: 'third' })
    const sink = await look({}, { secrets: { ...fake.secrets, password: 'not-a-real-wrong-password' } })
    expect(sink.outcomeOf('identity')).toMatchObject({
      status: 'failed',
      error: { code: 'provider.badCredentials' },
    })
    expect(sink.bill).toHaveLength(1)
    expect(fake.doors.logins).toEqual([
      { isGood: false, scope: '236061' },
      { isGood: false, scope: fake.model.projects[0]?.id },
    ])
  })

  it('enters the projects that it may enter, and names the role that it lacks elsewhere', async () => {
    const { fake, look } = await startWorld()
    const [prod = '', stage = ''] = fake.model.projects.map(({ id }) => id)
    fake.model.hasAccountRole = false
    fake.model.entrances = new Set([stage])
    fake.make.server({ name: 'web-1', project: prod })
    const seen = fake.make.server({ name: 'web-2', project: stage })
    const sink = await look()
    expect(sink.refs()).toEqual([seen.id])
    expect(sink.outcomeOf(`project/-/${prod}`)).toMatchObject({
      status: 'forbidden',
      project: 'prod',
      error: { code: 'provider.forbidden', details: { right: 'reader (prod)' } },
    })
    expect(sink.bill).toHaveLength(2)
  })

  it('gets a new token before the old one ends', async () => {
    const { fake, look, ports } = await startWorld({ filling: 'sample' })
    fake.model.tokenLifeMs = 10 * 60_000
    fake.model.projects.splice(1)
    // Every answer takes a minute of the clock that tokens go by.
    const net = meddling(ports.net, () => ports.clock.advance(60_000))
    const sink = await look({}, { net })
    const logins = fake.doors.logins.filter(({ scope }) => scope === fake.model.projects[0]?.id)
    expect(logins.length).toBeGreaterThan(3)
    expect(fake.requests.filter((one) => one.headers['x-auth-token']).length).toBeGreaterThan(15)
    expect(sink.outcomes.filter(({ status }) => status === 'failed')).toEqual([])
  })

  it('logs in once more when its tokens are taken back in the middle', async () => {
    const { fake, look, ports } = await startWorld()
    fake.model.projects.splice(1)
    const web = fake.make.server({ name: 'web-1' })
    let isRevoked = false
    const net = meddling(ports.net, (url) => {
      if (isRevoked || !url.includes('/compute/')) return
      isRevoked = true
      fake.doors.revokeAll()
    })
    const sink = await look({}, { net })
    expect(sink.refs()).toContain(web.id)
    expect(sink.outcomes.filter(({ status }) => status !== 'done')).toEqual([])
    // The account, the project, and the project once more: one login for all that found the token dead.
    expect(fake.seen(LOGIN)).toHaveLength(3)
  })

  it('whose new token is refused as well costs its project, without further logins', async () => {
    const { fake, look } = await startWorld()
    fake.model.projects.splice(1)
    fake.make.server({ name: 'web-1' })
    fake.fault(
      SERVERS,
      { kind: 'status', status: 401, json: { error: { code: 401, message: 'Expired' } } },
      Number.POSITIVE_INFINITY,
    )
    fake.fault(
      'GET /cloud/:pool/network/v2.0/ports',
      { kind: 'status', status: 401, text: '' },
      Number.POSITIVE_INFINITY,
    )
    const sink = await look()
    const project = fake.model.projects[0]?.id
    for (const scope of [`servers/ru-3/${project}`, `servers/ru-7/${project}`, `ports/ru-3/${project}`])
      expect(sink.outcomeOf(scope)).toMatchObject({
        status: 'failed',
        error: { code: 'provider.badCredentials' },
      })
    expect(fake.seen(LOGIN)).toHaveLength(3)
    expect(sink.bill).toHaveLength(1)
  })

  it('cannot log in again once its password was changed in the middle: the rest fails, nothing is hammered', async () => {
    const { fake, look, ports } = await startWorld({ filling: 'sample' })
    let isChanged = false
    const net = meddling(ports.net, (url) => {
      if (isChanged || !url.includes('/compute/')) return
      isChanged = true
      fake.doors.revokeAll()
      fake.model.account.password = 'not-a-real-changed-password'
    })
    const sink = await look({}, { net })
    const bad = fake.doors.logins.filter(({ isGood }) => !isGood)
    expect(bad.length).toBeGreaterThan(0)
    // One try for each project that had been entered.
    expect(bad.length).toBeLessThanOrEqual(2)
    expect(sink.outcomes.some(({ error }) => error?.code === 'provider.badCredentials')).toBe(true)
    expect(sink.told).toHaveLength(1)
  })

  it('does not take a silent identity service for a wrong password, and does not wait for it again and again', async () => {
    const { fake, look, context } = await startWorld()
    fake.make.server({ name: 'web-1' })
    const sink = await look(
      {},
      { settings: { ...context().settings, identityUrl: 'http://127.0.0.1:9/identity/v3' } },
    )
    expect(sink.bill).toHaveLength(1)
    const failed = sink.outcomes.filter(({ status }) => status === 'failed')
    expect(new Set(failed.map(({ error }) => error?.code))).toEqual(new Set(['provider.unreachable']))
  })
})
