import { existsSync, readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import type { CallInput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { begetCanaries } from '#tests/fakes/beget/canaries.ts'
import { startBegetFake } from '#tests/fakes/beget/start.ts'
import { selectelCanaries } from '#tests/fakes/selectel/canaries.ts'
import { startSelectelFake } from '#tests/fakes/selectel/start.ts'
import { PASSWORD } from '#tests/support/people.ts'
import { formsOf, storedBytes } from '#tests/support/stored-bytes.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { connectWebClient, startWebHost, type WebClient } from '#tests/support/web-host.ts'

const PASSPHRASE = 'Canary-четыре-слова-без-связи-7713'
const WRONG = 'Canary-wrong-password-7714'
const PROXY_PASSWORD = 'Canary-proxy-password-7715'
const CODE = '771600'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Resolves when nothing is being synchronised any more. Each question is an answer later, not a moment later. */
async function settled({ value }: WebClient): Promise<void> {
  while ((await value('sync.list', {})).items.length > 0);
}

test('a whole sync of both providers leaves no secret in any file, answer, output or argument', async () => {
  const beget = await startBegetFake()
  const selectel = await startSelectelFake({ filling: 'sample' })
  beget.state.account.twoFactor = { word: 'CODE_REQUIRED_TOTP', code: CODE }
  const host = await startWebHost({ dataFolder: tempFolder() })
  closing.push(beget.close, selectel.close, host.stop)
  const client = await connectWebClient(host)
  const answers: unknown[] = []
  async function ask<N extends CallName>(name: N, input: CallInput<N>) {
    const answer = await client.call(name, input)
    answers.push(answer)
    return answer.ok ? 'ok' : answer.error.code
  }

  const person = { workspaceName: 'Ромашка', userName: 'Анна', password: PASSWORD }
  expect(await ask('people.addWorkspace', { ...person, currency: 'RUB', timeZone: 'UTC' })).toBe('ok')
  expect(await ask('vault.update', { kind: 'passphrase', passphrase: PASSPHRASE })).toBe('ok')
  const proxy = { proxyUrl: 'http://proxy.example:3128', proxyUser: 'u', proxyPassword: PROXY_PASSWORD }
  expect(await ask('network.update', { proxy: 'system', ...proxy })).toBe('ok')

  const forms = { beget, selectel } as const
  for (const provider of ['beget', 'selectel'] as const) {
    const { settings, secrets } = forms[provider]
    const form = { provider, settings, secrets }
    expect(
      await ask('connections.startCheck', { ...form, secrets: { ...secrets, password: WRONG } }),
    ).toMatch(/^provider\.|^ok$/)
    if (provider === 'beget') {
      expect(await ask('connections.startCheck', form)).toBe('provider.codeRequired')
      form.secrets = { ...secrets, code: CODE }
    }
    expect(await ask('connections.startCheck', form)).toBe('ok')
    expect(await ask('connections.add', { ...form, name: provider })).toBe('ok')
    // A one-time code is spent by now.
    const again = provider === 'beget' ? 'provider.badCode' : 'connection.duplicate'
    expect(await ask('connections.add', { ...form, name: `${provider} again` })).toBe(again)
  }

  // Everything that can be told of a failure is told at least once, with the secrets at hand.
  for (const fault of [
    { kind: 'status', status: 500, json: { error: `token ${selectel.secrets.token} is odd` } },
    { kind: 'status', status: 403, text: `Bearer ${selectel.secrets.token}` },
    { kind: 'invalidJson' },
    { kind: 'html' },
  ] as const)
    selectel.fault('*', fault, 2)
  beget.fault('*', { kind: 'status', status: 418, text: `passwd=${beget.secrets.apiPassword}` }, 3, 8)
  expect(await ask('sync.start', {})).toBe('ok')
  await settled(client)
  selectel.clearFaults()
  beget.clearFaults()
  expect(await ask('sync.start', {})).toBe('ok')
  await settled(client)

  const { items } = await client.value('connections.list', {})
  expect(items.map(({ lastOutcome }) => lastOutcome)).toEqual(['done', 'done'])
  const days = { spendFrom: '2026-01-01', spendTo: '2026-12-31' } as never as {
    spendFrom: CallInput<'resources.list'>['spendFrom']
    spendTo: CallInput<'resources.list'>['spendTo']
  }
  const list = await client.value('resources.list', { ...days, limit: 500 })
  expect(list.total).toBeGreaterThan(20)
  for (const { id } of list.items) {
    await ask('resources.get', { id, ...days })
    await ask('resources.getRaw', { id })
    await ask('resources.listVersions', { id })
  }
  for (const { id } of items) {
    await ask('connections.get', { id })
    await ask('changes.list', { connectionId: id })
    await ask('sync.listSnapshots', { connectionId: id })
  }
  for (const format of ['csv', 'xlsx'] as const) {
    await ask('resources.export', { ...days, format, language: 'ru' })
    await ask('connections.export', { format, language: 'ru' })
  }
  await ask('unrecognised.list', { state: 'all' })
  await ask('vault.getState', {})
  await ask('network.getState', {})
  expect(await ask('backups.add', {})).toBe('ok')

  // Where the system shows a program's arguments and surroundings to others.
  const shown = ['cmdline', 'environ']
    .map((name) => `/proc/${host.pid}/${name}`)
    .filter((path) => existsSync(path))
  const seen = shown.map((path) => readFileSync(path))
  await closing.pop()?.()

  const kept = Buffer.concat([
    storedBytes(host.dataFolder),
    Buffer.from(JSON.stringify(answers)),
    Buffer.from(host.output()),
    ...seen,
  ])
  expect(kept.includes(Buffer.from('connections.add'))).toBe(true)
  expect(kept.includes(Buffer.from('web-1'))).toBe(true)
  const secrets = [
    PASSPHRASE,
    WRONG,
    PROXY_PASSWORD,
    ...Object.values(beget.secrets),
    ...Object.values(selectel.secrets),
    ...begetCanaries,
    ...selectelCanaries,
  ]
  for (const secret of secrets)
    for (const form of formsOf(secret)) expect(kept.includes(form), secret).toBe(false)
}, 120_000)
