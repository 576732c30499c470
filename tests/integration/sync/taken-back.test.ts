import { expect, test } from 'vitest'
import { snapshots } from '#main/store/schema/inventory.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { dumpStore } from '#tests/support/dump.ts'
import { billed, hourly, listed } from '#tests/support/look.ts'
import { checkRollup } from '#tests/support/rollup.ts'
import {
  charge,
  type Engine,
  engineOver,
  quietCloud,
  type ScriptedCloud,
} from '#tests/support/scripted-cloud.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const item = (...given: Parameters<typeof listed>) => listed(...given).item

/** The first look's cloud, and the same cloud after everything has happened to it that can. */
function cloudOf(): ScriptedCloud {
  return quietCloud({
    billed: [
      billed('s1'),
      billed('s2'),
      billed('v1', { kind: 'volume_fast' }),
      billed('q', { kind: 'quantum' }),
    ],
    scopes: new Map([
      ['servers/ru-1', [item('s1', 'server', { tags: [{ key: 'env', value: 'prod' }] }), item('s2')]],
      ['volumes/ru-1', [item('v1', 'volume', { attachedTo: null, attributes: { diskGb: 5 } })]],
    ]),
    charges: [
      charge('s1', '2026-11-18', '48.000000000000001'),
      charge('s2', '2026-11-18', '9007199254.740993'),
      charge('v1', '2026-11-19', '1', { kind: 'volume_fast' }),
    ],
    usage: [],
  })
}

function change(cloud: ScriptedCloud): void {
  cloud.billed = [
    billed('s1', { price: hourly('5') }),
    billed('v1', { kind: 'volume_fast' }),
    billed('new'),
    billed('q', { kind: 'quantum' }),
    billed('q2', { kind: 'quantum' }),
  ]
  cloud.scopes = new Map([
    ['servers/ru-1', [item('s1', 'server', { tags: [{ key: 'env', value: 'dev' }] }), item('new')]],
    ['volumes/ru-1', [item('v1', 'volume', { attachedTo: 's1', attributes: { diskGb: 5 } })]],
  ])
  cloud.charges = [
    charge('s1', '2026-11-18', '50'),
    charge('v1', '2026-11-19', '1', { kind: 'volume_fast' }),
    charge('v1', '2026-11-20', '2', { kind: 'volume_fast' }),
    charge('new', '2026-11-20', '3'),
    charge('past', '2026-11-20', '4'),
  ]
}

/** Everything but the list of looks themselves, the bill's keys that nothing points at, and what counts rows. */
function contentsOf({ store }: Engine): Map<string, string[]> {
  const dump = dumpStore(store.read)
  for (const table of ['snapshots', 'charge_keys', 'settings']) dump.delete(table)
  return dump
}

const statusesOf = ({ store }: Engine) =>
  store.read
    .select()
    .from(snapshots)
    .all()
    .map(({ status }) => status)

test('a look that is cancelled after it has written everything leaves the store as it was, to the byte', async () => {
  const cloud = cloudOf()
  const engine = await engineOver(cloud, tempFolder())
  await engine.look()
  const before = contentsOf(engine)
  change(cloud)
  let isWritten = false
  const { transaction } = engine.store
  // The last step of all: everything else has been written by then.
  const store = engine.store as { transaction: typeof transaction }
  store.transaction = (work) => {
    const result = transaction(work)
    const now = contentsOf(engine)
    if (!isWritten && (now.get('resource_aliases')?.length ?? 0) > 0) {
      isWritten = true
      void engine.sync.stop('c1')
    }
    return result
  }
  await engine.look()
  store.transaction = transaction
  expect(isWritten).toBe(true)
  expect(statusesOf(engine)).toEqual(['done', 'cancelled'])
  expect(contentsOf(engine)).toEqual(before)
  expect(checkRollup(engine.store.read).differences).toBe(0)
  await engine.close()
})

test.each(['billing', 'servers/ru-1', 'volumes/ru-1', 'charges', 'usage', 'end'])(
  'a provider that refuses the key at %s ends the look, and nothing of it stays',
  async (step) => {
    const cloud = cloudOf()
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    const before = contentsOf(engine)
    change(cloud)
    cloud.before = (telling) => {
      if (telling === step) throw new AppError('provider.badCredentials', { said: 'revoked' })
    }
    expect(await engine.look()).toBe('failed')
    const connection = [...(before.get('connections') ?? [])]
    before.delete('connections')
    const after = contentsOf(engine)
    const [now] = after.get('connections') ?? []
    after.delete('connections')
    expect(after).toEqual(before)
    expect(now).not.toBe(connection[0])
    expect(now).toContain('provider.badCredentials')
    expect(engine.store.read.select().from(snapshots).all().at(-1)).toMatchObject({
      status: 'failed',
      error: { code: 'provider.badCredentials', details: { said: 'revoked' } },
    })
    cloud.before = () => undefined
    expect(await engine.look()).toBe('done')
    await engine.close()
  },
)

test('a first look that fails leaves nothing behind, and the second finds everything', async () => {
  const cloud = cloudOf()
  const engine = await engineOver(cloud, tempFolder())
  const before = contentsOf(engine)
  cloud.before = (telling) => {
    if (telling === 'end') throw new Error('a bug')
  }
  expect(await engine.look()).toBe('failed')
  before.delete('connections')
  const after = contentsOf(engine)
  after.delete('connections')
  expect(after).toEqual(before)
  cloud.before = () => undefined
  expect(await engine.look()).toBe('done')
  expect(engine.ports.lines.find(({ event }) => event === 'sync.failed')?.facts).toMatchObject({
    code: 'internal',
  })
  await engine.close()
})

test('a program that closes amid a look says so at the next start', async () => {
  const cloud = cloudOf()
  const engine = await engineOver(cloud, tempFolder())
  await engine.look()
  const before = contentsOf(engine)
  change(cloud)
  const reached = Promise.withResolvers<void>()
  cloud.before = async (telling) => {
    if (telling !== 'end') return
    reached.resolve()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const look = engine.look()
  await reached.promise
  await engine.sync.close()
  await look
  expect(statusesOf(engine)).toEqual(['done', 'interrupted'])
  expect(contentsOf(engine)).toEqual(before)
  engine.store.close()
})
