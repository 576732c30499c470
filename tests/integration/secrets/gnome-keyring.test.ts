import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildChild } from '#tests/support/child-build.ts'
import { inSession, whyNoSecretService, withoutBus } from '#tests/support/secret-service.ts'
import { skippedBecause } from '#tests/support/skipped-because.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

/*
 * The keychain of a real machine: gnome-keyring on a bus of its own, in a home folder of its own. The steps are done
 * by a process of their own, so that this one needs no bus.
 */
const reason = whyNoSecretService()
const PASSWORD = 'login-password-of-the-test'
const NAME = 'connection/0193-ключ'
const VALUE = '{"token":"не настоящий токен ₽ 😀"}'
const LONG = `{"key":"${'длинный-ключ-'.repeat(600)}"}`
const ready = { state: 'ready', detail: null }

let user: Awaited<ReturnType<typeof buildChild>>
let home: string
beforeAll(async () => {
  if (reason === null) user = await buildChild('keychain-user')
})
afterAll(() => user?.remove())
beforeEach((context) => {
  skippedBecause(context, reason)
  home = tempFolder()
})

type Step = string | readonly [verb: string, name: string, value?: string]

async function answersOf(ended: ReturnType<typeof inSession>): Promise<unknown[]> {
  const { code, stdout, stderr } = await ended
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout) as unknown[]
}
const argsOf = (steps: readonly Step[]): string[] => [
  home,
  ...steps.map((step) => (typeof step === 'string' ? step : step.join('\t'))),
]
const session = (password: string | null, ...steps: Step[]) =>
  answersOf(inSession(user.file, argsOf(steps), { password, home }))

describe('a real gnome-keyring', () => {
  it('keeps short and long secrets in any alphabet from one sign-in to the next', async () => {
    const put = await session(PASSWORD, 'probe', ['put', NAME, VALUE], ['put', 'proxy/1', LONG])
    expect(put).toEqual([ready, null, null])
    expect(await session(PASSWORD, ['get', NAME], ['get', 'proxy/1'], ['get', 'absent'])).toEqual([
      VALUE,
      LONG,
      null,
    ])
  })

  it('keeps nothing of what was replaced or removed, and nothing of the trial', async () => {
    await session(PASSWORD, ['put', NAME, LONG], ['put', NAME, VALUE], 'probe')
    expect(await session(PASSWORD, 'list')).toEqual([[NAME]])
    expect(await session(PASSWORD, ['remove', NAME], ['remove', NAME], 'list')).toEqual([null, null, []])
  })

  it('that is locked says so, gives nothing and takes nothing', async () => {
    await session(PASSWORD, ['put', NAME, VALUE])
    const refused = {
      code: 'vault.noKeychain',
      details: { detail: expect.stringContaining('prompt was dismissed') },
    }
    expect(await session('another password', 'probe', ['get', NAME], ['put', NAME, 'x'])).toEqual([
      { state: 'locked', detail: expect.stringContaining('prompt was dismissed') },
      refused,
      refused,
    ])
    expect(await session(PASSWORD, ['get', NAME])).toEqual([VALUE])
  })

  it('that has no collection yet is missing, not ready', async () => {
    expect(await session(null, 'probe')).toEqual([
      { state: 'missing', detail: expect.stringContaining('no result found') },
    ])
  })

  it('that hangs is given up after a while', async () => {
    expect(await session(PASSWORD, 'hang', 'probe')).toEqual([{ state: 'failed', isInTime: true }, ready])
  })

  it('is missing where there is no bus, and nothing goes to the kernel’s keyring instead', async () => {
    const steps = argsOf(['probe', ['put', NAME, VALUE], 'kernel'])
    const [probe, put, isInKernel] = await answersOf(withoutBus(user.file, steps, home))
    expect(probe).toMatchObject({ state: 'missing', detail: expect.stringContaining('DBus') })
    expect(put).toMatchObject({ code: 'vault.noKeychain' })
    expect(isInKernel).toBe(false)
  })
})
