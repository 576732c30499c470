import { describe, expect, it } from 'vitest'
import { createKeychain } from '#main/adapters/secrets/keychain.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { fakeKeyring, keyringOver } from '#tests/fakes/keyring.ts'

const NAME = 'connection/0001'

const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof AppError ? { code: error.code, ...error.details } : error
}

describe('the keychain', () => {
  it('is asked by our name, and on Linux only where entries outlive the machine’s restart', async () => {
    const keyring = fakeKeyring()
    const keychain = createKeychain({ load: async () => keyring })
    await keychain.put(NAME, 'value')
    await keychain.probe()
    expect(new Set(keyring.opened)).toEqual(new Set(['InfraZen {"linux":{"store":"secret-service"}}']))
  })

  it('keeps a value for the next start, however long it is', async () => {
    const keyring = fakeKeyring()
    const value = JSON.stringify({ key: 'ключ-'.repeat(900) })
    await createKeychain({ load: async () => keyring }).put(NAME, value)
    const next = createKeychain({ load: async () => keyringOver(keyring.kept) })
    expect(await next.get(NAME)).toBe(value)
    await next.remove(NAME)
    expect(keyring.kept.size).toBe(0)
  })

  it('tries itself out and leaves nothing of the trial', async () => {
    const keyring = fakeKeyring()
    const keychain = createKeychain({ load: async () => keyring })
    expect(await keychain.probe()).toEqual({ state: 'ready', detail: null })
    expect(keyring.kept.size).toBe(0)
  })

  it('that keeps something else than it was given is not to be trusted', async () => {
    const keyring = fakeKeyring()
    keyring.kept.set = (name) => Map.prototype.set.call(keyring.kept, name, 'other') as typeof keyring.kept
    expect(await createKeychain({ load: async () => keyring }).probe()).toMatchObject({ state: 'failed' })
  })

  it.each([
    ['constructor', 'The name org.freedesktop.secrets was not provided by any .service files', 'missing'],
    ['call', 'Secret Service: unlock prompt was dismissed', 'locked'],
    ['call', 'Did not receive a reply', 'failed'],
  ] as const)('that refuses in its %s is told apart by its words: %s', async (where, words, state) => {
    const keyring = fakeKeyring()
    const keychain = createKeychain({ load: async () => keyring })
    keyring.say(words, where)
    expect(await keychain.probe()).toEqual({ state, detail: words })
    expect(await failureOf(keychain.get(NAME))).toEqual({ code: 'vault.noKeychain', detail: words })
    const code = state === 'failed' ? 'vault.failed' : 'vault.noKeychain'
    expect(await failureOf(keychain.put(NAME, 'value'))).toEqual({ code, detail: words })
    expect(await failureOf(keychain.remove(NAME))).toEqual({ code, detail: words })
    keyring.say(null)
    expect(await keychain.probe()).toMatchObject({ state: 'ready' })
  })

  it('whose binding does not load is missing, and is asked for only when it is needed', async () => {
    let loads = 0
    const keychain = createKeychain({
      load: () => {
        loads += 1
        return Promise.reject(new Error('Cannot find native binding.'))
      },
    })
    expect(loads).toBe(0)
    expect(await keychain.probe()).toEqual({ state: 'missing', detail: 'Cannot find native binding.' })
    expect(loads).toBe(1)
  })
})

describe('a keychain that does not answer', () => {
  it('is waited for no longer than agreed, and counts as locked', async () => {
    const keyring = fakeKeyring()
    keyring.hold()
    const keychain = createKeychain({ load: async () => keyring, probeMs: 20, answerMs: 20 })
    expect(await keychain.probe()).toEqual({ state: 'locked', detail: null })
    expect(await failureOf(keychain.get(NAME))).toMatchObject({ code: 'vault.noKeychain' })
    keyring.release()
  })

  it('gets no second call before it has answered the first: a late write never overtakes a newer one', async () => {
    const keyring = fakeKeyring()
    const keychain = createKeychain({ load: async () => keyring, answerMs: 20 })
    await keychain.put(NAME, 'old')
    keyring.hold()
    expect(await failureOf(keychain.put(NAME, 'late'))).toMatchObject({ code: 'vault.noKeychain' })
    const callsBefore = keyring.opened.length
    expect(await failureOf(keychain.put(NAME, 'never'))).toMatchObject({ code: 'vault.noKeychain' })
    expect(keyring.opened.length).toBe(callsBefore)
    keyring.release()
    await keychain.put(NAME, 'newest')
    expect(await keychain.get(NAME)).toBe('newest')
  })
})
