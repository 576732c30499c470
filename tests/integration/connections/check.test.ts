import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dumpStore } from '#tests/support/dump.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { endOf, sessionIn } from '#tests/support/vault.ts'
import { addPeople, anna, boris, formOf, newBeget, type Opened, openConnections } from './open.ts'

let opened: Opened

beforeEach(async () => {
  opened = await openConnections({ folder: tempFolder() })
  addPeople(opened.store)
})
afterEach(() => opened.close())

const reopen = async (options: Omit<Parameters<typeof openConnections>[0], 'folder'>): Promise<void> => {
  await opened.close()
  opened = await openConnections({ folder: tempFolder(), ...options })
  addPeople(opened.store)
}

const test = (form = formOf(opened.fake)) => opened.connections.check(anna, { provider: 'beget', ...form })

describe('a test of an account', () => {
  it('tells whose account it is, its balance and what the key may read', async () => {
    const { accountRef, accountName, balance, rights, known } = await test()
    expect({ accountRef, balance, known }).toEqual({
      accountRef: '123456',
      balance: { amount: '1339.57', currency: 'RUB' },
      known: null,
    })
    expect(accountName).toContain('ivanov')
    expect(rights.length).toBeGreaterThan(5)
    expect(rights.every(({ isGranted, missing }) => isGranted && missing === null)).toBe(true)
  })

  it('names each right that is missing and what to grant', async () => {
    await reopen({ beget: { ticks: ['user', 'domain', 'site', 'ftp', 'mail'] } })
    const missing = (await test()).rights.filter(({ isGranted }) => !isGranted)
    expect(missing.map(({ code }) => code)).toEqual(['mysql'])
    expect(missing[0]?.missing?.ru).toMatch(/MySQL/)
  })

  it('stores nothing, neither in the store nor in the vault', async () => {
    const before = dumpStore(opened.store.read)
    await test()
    expect(dumpStore(opened.store.read)).toEqual(before)
    expect([...opened.ports.secrets.kept]).toEqual([])
  })

  it('passes on the refusal in the provider’s words', async () => {
    expect(await endOf(test(formOf(opened.fake, { secrets: { password: 'wrong' } })))).toMatch(
      /^provider\.badCredentials .*INCORRECT_CREDENTIALS/,
    )
  })

  it('ends by itself when the provider says nothing', async () => {
    await reopen({ checkTimeoutMs: 150 })
    opened.fake.fault('POST /v1/auth', { kind: 'delay', ms: 5_000 })
    expect(await endOf(test())).toBe('provider.timeout Beget 0')
  })

  it('refuses a form that the provider does not know', async () => {
    const form = formOf(opened.fake)
    expect(await endOf(test({ ...form, settings: { ...form.settings, region: 'ru1' } }))).toBe(
      'input.invalid region unknown',
    )
    expect(await endOf(test({ ...form, secrets: {} }))).toBe('connection.missingField password')
    expect(
      await endOf(test({ ...form, settings: { ...form.settings, address: 'http://api.beget.example' } })),
    ).toBe('connection.badAddress address')
    expect(opened.fake.requests).toEqual([])
  })

  it('knows an account that is connected, in this organisation only', async () => {
    const { id } = await opened.connections.add(anna, newBeget(opened.fake))
    expect((await test()).known).toEqual({ id, name: 'Beget, прод', isArchived: false })
    const form = { provider: 'beget' as const, ...formOf(opened.fake) }
    expect((await opened.connections.check(boris, form)).known).toBeNull()
    await opened.connections.remove(anna, { id, history: 'keep' })
    expect((await test()).known).toEqual({ id, name: 'Beget, прод', isArchived: true })
  })

  it('is not for the demo company, whose clouds are invented', async () => {
    const demo = sessionIn('w1', { isDemo: true })
    const form = { provider: 'beget' as const, ...formOf(opened.fake) }
    expect(await endOf(opened.connections.check(demo, form))).toBe('demo.noConnections')
  })
})

describe('a one-time code', () => {
  beforeEach(() => reopen({ beget: { twoFactor: { word: 'CODE_REQUIRED_TOTP', code: '123456' } } }))
  const withCode = (code: string) => formOf(opened.fake, { secrets: { code } })
  const addWith = (form: ReturnType<typeof formOf>) =>
    opened.connections.add(anna, newBeget(opened.fake, form))

  it('is asked for, and a wrong one is called wrong', async () => {
    expect(await endOf(test())).toMatch(/^provider\.codeRequired/)
    expect(await endOf(test(withCode('000000')))).toMatch(/^provider\.badCode/)
  })

  it('that served the test serves the saving after it, and is kept nowhere itself', async () => {
    await test(withCode('123456'))
    const { id } = await addWith(formOf(opened.fake))
    const kept = JSON.parse(opened.ports.secrets.kept.get(`connection/${id}`) ?? '{}')
    expect(Object.keys(kept).sort()).toEqual(['apiPassword', 'password', 'token'])
    expect(JSON.stringify([...opened.ports.secrets.kept])).not.toContain('123456"')
    expect(opened.fake.tokensMade()).toBe(1)
  })

  it('serves when the saving sends it once more: the account is not asked again', async () => {
    await test(withCode('123456'))
    await addWith(withCode('123456'))
    expect(opened.fake.seen('POST /v1/auth')).toHaveLength(1)
  })

  it('serves a second test too', async () => {
    await test(withCode('123456'))
    expect((await test()).accountRef).toBe('123456')
  })

  it('is asked for anew when the test is more than five minutes old', async () => {
    await test(withCode('123456'))
    opened.ports.clock.advance(5 * 60_000 + 1)
    expect(await endOf(addWith(formOf(opened.fake)))).toMatch(/^provider\.codeRequired/)
    expect([...opened.ports.secrets.kept]).toEqual([])
  })

  it('serves nobody else: neither another organisation nor other fields', async () => {
    await test(withCode('123456'))
    expect(await endOf(opened.connections.add(boris, newBeget(opened.fake)))).toMatch(
      /^provider\.codeRequired/,
    )
    expect(await endOf(addWith(formOf(opened.fake, { secrets: { apiPassword: 'another' } })))).toMatch(
      /^provider\.codeRequired/,
    )
  })

  it('is not lost when the provider fails after it', async () => {
    await reopen({
      beget: { twoFactor: { word: 'CODE_REQUIRED_TOTP', code: '123456' } },
      checkTimeoutMs: 1_500,
    })
    opened.fake.fault('GET /v1/vps/server/list', { kind: 'delay', ms: 5_000 })
    expect(await endOf(test(withCode('123456')))).toMatch(/^provider\.timeout/)
    opened.fake.clearFaults()
    expect((await test()).accountRef).toBe('123456')
  })
})
