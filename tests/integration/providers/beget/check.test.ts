import { afterEach, describe, expect, it } from 'vitest'
import { toText } from '#main/core/money/money.ts'
import { BEGET_TICKS } from '#tests/fakes/beget/state.ts'
import { type Bench, startBench } from './open.ts'

let bench: Bench
const start = async (options: Parameters<typeof startBench>[0] = {}): Promise<Bench> => {
  bench = await startBench(options)
  return bench
}
afterEach(() => bench.fake.close())

describe('the test of a connection', () => {
  it('tells whose account it is, what it holds and that all of it can be read', async () => {
    const { open } = await start()
    const { balance, rights, ...whose } = await open().check()
    expect(whose).toEqual({ accountRef: '123456', accountName: 'ivanov, Noble' })
    expect(balance && toText(balance)).toEqual({ amount: '1339.57', currency: 'RUB' })
    expect(rights.map(({ code, isGranted }) => [code, isGranted])).toEqual([
      ['account', true],
      ['domains', true],
      ['sites', true],
      ['mysql', true],
      ['ftp', true],
      ['mail', true],
      ['servers', true],
      ['services', true],
    ])
    expect(rights.every(({ missing }) => missing === null)).toBe(true)
  })

  it('names each tick that is missing and says where it is', async () => {
    const { open } = await start({ ticks: BEGET_TICKS.filter((tick) => tick !== 'mysql' && tick !== 'mail') })
    const { rights } = await open().check()
    const missing = rights.filter(({ isGranted }) => !isGranted)
    expect(missing.map(({ code }) => code)).toEqual(['mysql', 'mail'])
    expect(missing[0]?.missing?.ru).toContain('«Управление MySQL»')
    expect(missing[1]?.missing?.ru).toContain('cp.beget.com/settings/access/api')
  })

  it('passes with the clouds alone: a wrong API password costs the hosting part', async () => {
    const { open } = await start()
    const { rights, balance, accountName } = await open({
      secrets: { apiPassword: 'not-a-real-wrong-one' },
    }).check()
    expect(balance).toBeNull()
    expect(accountName).toBe('ivanov')
    expect(rights.filter(({ isGranted }) => isGranted).map(({ code }) => code)).toEqual([
      'servers',
      'services',
    ])
    expect(rights.find(({ code }) => code === 'sites')?.missing?.ru).toContain('проверьте пароль API')
  })

  it('with a wrong account password fails and says why', async () => {
    const { open } = await start()
    const wrong = open({ secrets: { password: 'not-a-real-wrong-one' } }).check()
    await expect(wrong).rejects.toMatchObject({
      code: 'provider.badCredentials',
      details: { said: 'INCORRECT_CREDENTIALS' },
    })
  })

  it('of an account that wants a code says so', async () => {
    const { open } = await start({ twoFactor: { word: 'CODE_REQUIRED_EMAIL', code: '1' } })
    await expect(open().check()).rejects.toMatchObject({ code: 'provider.codeRequired' })
  })

  it('of a host that does not answer fails: nobody can tell whose account it is', async () => {
    const { fake, open } = await start()
    fake.fault('*', { kind: 'reset' }, Infinity)
    await expect(open().check()).rejects.toMatchObject({ code: 'provider.unreachable' })
  })

  it('of a section that is out of order does not say that a right is missing', async () => {
    const { fake, open } = await start()
    fake.fault('GET /v1/cloud', { kind: 'status', status: 500 }, Infinity)
    const { rights } = await open().check()
    expect(rights.find(({ code }) => code === 'services')).toMatchObject({
      isGranted: false,
      missing: { ru: 'Раздел сейчас не отвечает. Право проверится при синхронизации.' },
    })
  })

  it('keeps nobody waiting for the next minute of requests', async () => {
    const { fake, ports, open } = await start()
    const startedAtMs = ports.clock.nowMs()
    const errors = [{ error_code: 'LIMIT_ERROR', error_text: 'Limit of requests exceeded' }]
    const json = { status: 'success', answer: { status: 'error', errors } }
    fake.fault('POST /api/site/getList', { kind: 'status', status: 200, json }, Infinity)
    const { rights } = await open().check()
    expect(rights.find(({ code }) => code === 'sites')?.isGranted).toBe(false)
    expect(ports.clock.nowMs() - startedAtMs).toBeLessThan(60_000)
  })

  it('asks for mail even where there is no domain to ask of', async () => {
    const { open } = await start({ isEmpty: true })
    const { rights } = await open().check()
    expect(rights.find(({ code }) => code === 'mail')?.isGranted).toBe(true)
  })

  it('goes by the address that it is given, with or without a slash at its end', async () => {
    const { fake, open } = await start()
    const { accountRef } = await open({ settings: { address: `${fake.origin}/` } }).check()
    expect(accountRef).toBe('123456')
  })
})
