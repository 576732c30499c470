import { afterEach, describe, expect, it } from 'vitest'
import { money } from '#main/core/money/money.ts'
import type { AccountContext } from '#main/providers/provider.ts'
import { selectel } from '#main/providers/selectel/index.ts'
import { startWorld, stopWorlds, type World } from './account.ts'

afterEach(stopWorlds)

const check = ({ context }: World, more: Partial<AccountContext> = {}) => selectel.open(context(more)).check()

const granted = async (asked: ReturnType<typeof check>): Promise<Record<string, boolean>> =>
  Object.fromEntries((await asked).rights.map(({ code, isGranted }) => [code, isGranted]))

describe('the check of a connection', () => {
  it('names the account, its balance and everything that a sync will read', async () => {
    const world = await startWorld({ filling: 'sample' })
    const answer = await check(world)
    expect(answer).toMatchObject({
      accountRef: '236061',
      accountName: '236061',
      balance: money('12543', 'RUB'),
    })
    expect(answer.rights.map(({ code, isGranted, missing }) => [code, isGranted, missing])).toEqual([
      ['account', true, null],
      ['balance', true, null],
      ['consumption', true, null],
      ['report', true, null],
      ['transactions', true, null],
      ['prices', true, null],
      ['projects', true, null],
      ['inventory/prod', true, null],
      ['inventory/stage', true, null],
    ])
  })

  it('says of each missing right what stays unknown and where to grant it, in both languages', async () => {
    const world = await startWorld()
    world.fake.model.denied.add('consumption').add('transactions')
    world.fake.model.entrances = new Set([world.fake.model.projects[1]?.id ?? ''])
    const { rights } = await check(world)
    const missing = rights.filter(({ isGranted }) => !isGranted)
    expect(missing.map(({ code }) => code)).toEqual(['consumption', 'transactions', 'inventory/prod'])
    expect(missing[0]?.missing?.ru).toContain('Администратор биллинга')
    expect(missing[2]?.missing?.ru).toContain('Наблюдатель проекта')
    for (const { missing: text } of missing) expect(text?.en).toMatch(/role/)
  })

  it('without a service user says that only the bill will be read', async () => {
    const world = await startWorld()
    const secrets = { token: world.fake.secrets.token ?? '' }
    const { rights } = await check(world, { settings: { ...world.fake.settings, user: '' }, secrets })
    expect(rights.at(-1)).toMatchObject({ code: 'inventory', isGranted: false })
    expect(rights.at(-1)?.missing?.ru).toContain('Сервисный пользователь не указан')
  })

  it.each([
    ['user', { user: '' }, {}],
    ['password', {}, { password: '' }],
  ])('asks for the %s where only the other half was given', async (field, settings, secrets) => {
    const world = await startWorld()
    const { fake } = world
    const half = { settings: { ...fake.settings, ...settings }, secrets: { ...fake.secrets, ...secrets } }
    expect(() => selectel.open(world.context(half))).toThrow(
      expect.objectContaining({ code: 'connection.missingField', details: { field } }),
    )
  })

  it('refuses a wrong token and a wrong password at once', async () => {
    const world = await startWorld()
    const { secrets } = world.fake
    const wrongs: Record<string, string>[] = [
      { token: 'not-a-real-wrong-token' },
      { password: 'not-a-real-wrong-password' },
    ]
    for (const wrong of wrongs) {
      await expect(check(world, { secrets: { ...secrets, ...wrong } })).rejects.toThrow(
        expect.objectContaining({ code: 'provider.badCredentials' }),
      )
    }
    expect(world.fake.doors.logins.map(({ isGood }) => isGood)).toEqual([false, false])
  })

  it('takes the number that the person gave where the token may not ask for it', async () => {
    const world = await startWorld()
    world.fake.model.denied.add('account')
    await expect(check(world)).rejects.toThrow(expect.objectContaining({ code: 'provider.forbidden' }))
    const settings = { ...world.fake.settings, account: ' 236061 ' }
    expect(await check(world, { settings })).toMatchObject({ accountRef: '236061', accountName: '236061' })
  })

  it('does not hold a fault of one part against the whole, nor against the right', async () => {
    const world = await startWorld()
    const prices = 'GET /api/v2/billing/vpc/prices'
    world.fake.fault(prices, { kind: 'status', status: 503, text: '' }, Number.POSITIVE_INFINITY)
    expect(await granted(check(world))).toEqual({
      account: true,
      balance: true,
      consumption: true,
      report: true,
      transactions: true,
      projects: true,
      'inventory/prod': true,
      'inventory/stage': true,
    })
  })

  it('explains a network that wants a sign-in, and one that leads nowhere', async () => {
    const world = await startWorld()
    world.fake.fault('GET /api/vpc/resell/v2/accounts', { kind: 'html' })
    await expect(check(world)).rejects.toThrow(expect.objectContaining({ code: 'provider.portal' }))
    const settings = { ...world.fake.settings, apiUrl: 'http://127.0.0.1:9/api' }
    await expect(check(world, { settings })).rejects.toThrow(
      expect.objectContaining({ code: 'provider.unreachable' }),
    )
  })
})
