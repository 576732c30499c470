import { afterEach, describe, expect, test } from 'vitest'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { startBegetFake } from '#tests/fakes/beget/start.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { startSelectelFake } from '#tests/fakes/selectel/start.ts'
import { openOrganisation } from '#tests/support/organisation.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function connected(provider: 'selectel' | 'beget') {
  const ports = testPorts(tempFolder())
  const fake =
    provider === 'selectel'
      ? await startSelectelFake({ filling: 'sample', nowMs: ports.clock.nowMs })
      : await startBegetFake({ nowMs: ports.clock.nowMs })
  const organisation = await openOrganisation(ports)
  closing.push(() => fake.close(), organisation.close)
  const { ask } = organisation
  const form = { provider, settings: fake.settings, secrets: fake.secrets }
  const check = await ask('connections.startCheck', form)
  const { id } = await ask('connections.add', { ...form, name: 'Боевой' })
  return { ports, fake, check, id, ...organisation }
}

const spendOf = { spendFrom: '2026-09-01', spendTo: '2026-11-20' } as never as {
  spendFrom: never
  spendTo: never
}

const femtos = (amounts: readonly { amount: string }[]): bigint =>
  amounts.reduce((sum, { amount }) => sum + (parseDecimal(amount) ?? 0n), 0n)

describe('Selectel', () => {
  test('from the form to a list in which every rouble of the bill stands against a resource', async () => {
    const { ask, sync, check, id } = await connected('selectel')
    expect(check.rights.every(({ isGranted }) => isGranted)).toBe(true)
    await sync()

    const { items: looks } = await ask('sync.listSnapshots', { connectionId: id })
    expect(looks[0]).toMatchObject({ status: 'done', failures: [] })
    const { items: connections } = await ask('connections.list', {})
    expect(connections[0]).toMatchObject({ status: 'active', lastOutcome: 'done', problem: null, stale: [] })
    expect(connections[0]?.balance).not.toBeNull()

    const list = await ask('resources.list', { ...spendOf, limit: 500 })
    const byName = Object.fromEntries(list.items.map((item) => [item.name, item]))
    expect(byName['web-1']).toMatchObject({ type: 'server', vcpu: 4, ramGb: 8, diskGb: 260, marks: [] })
    expect(byName.annemarie?.marks).toContain('zombie')
    expect(byName['old-backup']?.marks).toContain('orphan')
    expect(byName['qpu-1']?.marks).toContain('unrecognised')
    expect(list.items.filter(({ name }) => name.startsWith('disk-for-'))).toEqual([])

    const { sections } = await ask('explorer.getChart', {
      spec: { period: { from: spendOf.spendFrom, to: spendOf.spendTo }, groupBy: ['service'] },
    })
    expect(sections[0]?.groups.length).toBeGreaterThan(3)
    expect(femtos(list.totals.spend)).toBeGreaterThan(0n)
    const { items: unknown } = await ask('unrecognised.list', {})
    expect(unknown.map(({ name }) => name)).toContain('qpu-1')
  })

  test('the next day shows what has changed', async () => {
    const { ask, sync, id, ports, fake } = await connected('selectel')
    await sync()
    if (!('make' in fake)) throw new Error('not Selectel')
    ports.clock.advance(25 * 3_600_000)
    const things = [...fake.model.things.values()]
    const web = things.find(({ name }) => name === 'web-1')
    const batch = things.find(({ name }) => name === 'batch')
    if (!web || !batch) throw new Error('not the sample account')
    fake.change.resize(web, 8, 16_384)
    fake.change.remove(batch)
    fake.make.server({ name: 'fresh', bornMs: ports.clock.nowMs() - 3 * 3_600_000 })
    ports.clock.advance(2 * 3_600_000)
    await sync()
    const changes = await ask('changes.list', { connectionId: id })
    const kinds = Object.fromEntries(changes.items.map(({ name, kinds }) => [name, kinds]))
    expect(kinds.fresh).toContain('added')
    expect(kinds.batch).toContain('gone')
    expect(kinds['web-1']).toEqual(expect.arrayContaining(['dearer', 'resized']))
    expect(changes.items.find(({ name }) => name === 'web-1')?.fields).toContainEqual(
      expect.objectContaining({ field: 'attributes.vcpu', before: '4', after: '8' }),
    )
  })

  test('a list that fails costs the rest nothing: what it held is shown with its age, and is no zombie', async () => {
    const { ask, sync, fake, ports } = await connected('selectel')
    await sync()
    ports.clock.advance(3_600_000)
    fake.fault('GET /cloud/:pool/compute/v2.1/servers/detail', { kind: 'status', status: 500 }, 1000)
    await sync()
    const { items } = await ask('connections.list', {})
    expect(items[0]).toMatchObject({ status: 'active', lastOutcome: 'partial' })
    expect(items[0]?.stale.length).toBeGreaterThan(0)
    const { items: all } = await ask('resources.list', { ...spendOf, limit: 500 })
    expect(all.find(({ name }) => name === 'k8s-node-a')).toMatchObject({ status: 'running', marks: [] })
    expect(all.find(({ name }) => name === 'web-1')).toMatchObject({ vcpu: 4, diskGb: 260 })
    expect(all.find(({ name }) => name === 'k8s-node-a')?.staleSinceMs).not.toBeNull()
  })

  test('a revoked token ends the sync at once; the last good data stay', async () => {
    const { ask, sync, fake, ports } = await connected('selectel')
    await sync()
    const before = await ask('resources.list', { ...spendOf, limit: 500 })
    if (!('model' in fake) || !('doors' in fake)) throw new Error('not Selectel')
    fake.model.account.token = 'another-token'
    ports.clock.advance(60_000)
    await sync()
    const { items } = await ask('connections.list', {})
    expect(items[0]).toMatchObject({ status: 'error', problem: { code: 'provider.badCredentials' } })
    const after = await ask('resources.list', { ...spendOf, limit: 500 })
    expect(after.totals).toEqual(before.totals)
    expect(after.total).toBe(before.total)
  })
})

describe('Beget', () => {
  test('from the form to servers, hosting and a day that costs what the prices say', async () => {
    const { ask, sync, id } = await connected('beget')
    await sync()
    const { items: looks } = await ask('sync.listSnapshots', { connectionId: id })
    expect(looks[0]).toMatchObject({ status: 'done', failures: [] })
    const { items: connections } = await ask('connections.list', {})
    expect(connections[0]?.account?.plan).not.toBeNull()
    expect(connections[0]?.account?.limits.length).toBeGreaterThan(0)
    const list = await ask('resources.list', { ...spendOf, limit: 500 })
    expect(new Set(list.items.map(({ type }) => type))).toEqual(
      new Set([...list.items.map(({ type }) => type), 'server', 'hosting', 'domain']),
    )
    expect(list.totals.spend.map(({ amount }) => amount)).toEqual(
      list.totals.dailyCost.map(({ amount }) => amount),
    )
  })
})
