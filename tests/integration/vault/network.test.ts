import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNetwork, type NetworkService } from '#main/services/network/network.service.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { fakeAuthority, fakeCertificate } from '#tests/fakes/fault-tls.ts'
import { fakeKeyring } from '#tests/fakes/keyring.ts'
import { storedBytes } from '#tests/support/stored-bytes.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { addOrganisation, endOf, type OpenedVault, openVaultIn, sessionIn } from '#tests/support/vault.ts'

const anna = sessionIn('w1')
const PASSWORD = 'не-настоящий:пароль@1'
const MANUAL = { proxy: 'manual', proxyUrl: 'proxy.example:3128', proxyUser: 'anna' } as const

let folder: string
let keyring: ReturnType<typeof fakeKeyring>
let opened: OpenedVault
let network: NetworkService

beforeEach(async () => {
  folder = tempFolder()
  keyring = fakeKeyring()
  opened = await openVaultIn(folder, keyring)
  addOrganisation(opened.store, { id: 'w1' })
  network = createNetwork({ ...opened, cut: () => undefined })
})
afterEach(() => opened.close())

const update = (input: ParsedInput<'network.update'>) => network.update(anna, input)

describe('the way to the network', () => {
  it('is the system’s until somebody says otherwise', async () => {
    expect(await network.getState(anna)).toEqual({
      proxy: 'system',
      proxyUrl: null,
      proxyUser: null,
      hasProxyPassword: false,
      offline: 'no',
      policyFile: null,
      authorities: [],
    })
    expect(await network.route()).toEqual({ proxyUrl: null, caPem: null })
  })

  it('goes through the proxy with its name and password, which nobody else sees', async () => {
    await update({ ...MANUAL, proxyPassword: PASSWORD })
    const { proxyUrl } = await network.route()
    const { username, password, host } = new URL(proxyUrl ?? '')
    expect([username, decodeURIComponent(password), host]).toEqual(['anna', PASSWORD, 'proxy.example:3128'])
    expect(await network.getState(anna)).toEqual({
      proxy: 'manual',
      proxyUrl: 'http://proxy.example:3128',
      proxyUser: 'anna',
      hasProxyPassword: true,
      offline: 'no',
      policyFile: null,
      authorities: [],
    })
    expect(storedBytes(folder).includes(PASSWORD)).toBe(false)
    for (const form of [PASSWORD, encodeURIComponent(PASSWORD)]) expect(opened.ports.hidden).toContain(form)
  })

  it('keeps what a change leaves out, and loses what it sets to null', async () => {
    await update({ ...MANUAL, proxyPassword: PASSWORD, caPem: fakeAuthority() })
    await update({ proxyUser: 'boris' })
    expect((await network.route()).proxyUrl).toContain('boris:')
    await update({ proxyPassword: null })
    expect(await network.route()).toMatchObject({ proxyUrl: 'http://boris@proxy.example:3128' })
    expect(keyring.kept.size).toBe(0)
    await update({ proxyUser: null, caPem: null })
    expect(await network.route()).toEqual({ proxyUrl: 'http://proxy.example:3128', caPem: null })
    await update({ proxy: 'system' })
    expect(await network.route()).toEqual({ proxyUrl: null, caPem: null })
    expect((await network.getState(anna)).proxyUrl).toBe('http://proxy.example:3128')
  })

  it.each([
    [{ proxy: 'manual' }, 'network.badProxy —'],
    [{ ...MANUAL, proxyUrl: null }, 'network.badProxy —'],
    [{ ...MANUAL, proxyUrl: 'socks5://proxy.example' }, 'network.badProxy socks5://proxy.example'],
    [{ ...MANUAL, caPem: 'nothing' }, 'network.badCertificate'],
    [{ ...MANUAL, caPem: fakeCertificate('server').key }, 'network.holdsKey'],
  ] as const)('that cannot be right is refused whole, before anything is changed: %#', async (input, end) => {
    expect(await endOf(update({ ...input, proxyPassword: PASSWORD }))).toBe(end)
    expect(await network.getState(anna)).toMatchObject({ proxy: 'system', hasProxyPassword: false })
    expect(keyring.kept.size).toBe(0)
  })

  it('is not changed when the password finds no place', async () => {
    keyring.say('The name org.freedesktop.secrets was not provided by any .service files', 'constructor')
    expect(await endOf(update({ ...MANUAL, proxyPassword: PASSWORD }))).toBe('vault.notChosen')
    expect(await network.getState(anna)).toMatchObject({ proxy: 'system', hasProxyPassword: false })
  })

  it('waits for the keychain where the proxy has a password, and needs none where it has not', async () => {
    await update({ ...MANUAL, proxyPassword: PASSWORD })
    keyring.say('unlock prompt was dismissed')
    expect(await endOf(network.route())).toBe('vault.noKeychain unlock prompt was dismissed')
    await update({ proxyUser: null })
    expect(await endOf(network.route())).toBe('ok')
  })
})

describe('two data folders on one machine', () => {
  it('do not share the password of their proxies', async () => {
    const other = await openVaultIn(tempFolder(), keyring)
    // Two installations have nothing in common, least of all the numbers that a test gives out.
    other.ports.ids.next()
    addOrganisation(other.store, { id: 'w1' })
    const second = createNetwork({ ...other, cut: () => undefined })
    await update({ ...MANUAL, proxyPassword: PASSWORD })
    await second.update(anna, { ...MANUAL, proxyPassword: 'not-the-same' })
    expect(decodeURIComponent((await network.route()).proxyUrl ?? '')).toContain(PASSWORD)
    expect((await second.route()).proxyUrl).toContain('not-the-same')
    other.close()
  })
})

describe('trusted authorities', () => {
  it('are told by their names and days, and go with each request', async () => {
    await update({ caPem: fakeAuthority() })
    const { authorities } = await network.getState(anna)
    expect(authorities).toHaveLength(1)
    expect(authorities[0]?.validTo).toBe('2126-11-02')
    expect((await network.route()).caPem).toContain('BEGIN CERTIFICATE')
  })
})
