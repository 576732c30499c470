import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type PackageKind, packageKinds } from '#shared/contract/packages.ts'
import { HostError } from '../../terminal.ts'
import type { Command, Means, Outcome } from '../command.ts'
import { namedPassphrase } from '../passphrase.ts'
import { ratesBetween } from '../rates-between.ts'
import type { Column } from '../render.ts'

const MAX_BYTES = 32 * 1024 * 1024
const columns: Column[] = ['kind', 'name', 'version', 'made', 'from', 'to', 'key']

/** Signed packages: keys and packages are made here, and loaded where there is no network. */
export const command: Command = {
  options: [
    'format',
    'kind',
    'name',
    'from',
    'to',
    'content',
    'fetch',
    'key',
    'out',
    'passphrase-file',
    'passphrase-stdin',
  ],
  words: 'any',
  async run(means) {
    const [what, file, ...more] = means.words
    if (more.length > 0) throw new HostError('usage.extraWord', { word: more.join(' '), help: means.help })
    if (what === 'load' && file !== undefined) return load(means, file)
    if (what === 'key' && file === undefined) return makeKey(means)
    if (what === 'make' && file === undefined) return make(means)
    if (what === 'list' && file === undefined) return list(means)
    throw new HostError('usage.package', { help: means.help })
  },
}

const placeOf = (path: string): string => resolve(process.env.INIT_CWD ?? '.', path)

/** The private half for the signer alone, the public one for whoever is to believe it. Nothing is written over. */
async function makeKey(means: Means): Promise<Outcome> {
  const { out } = means.options
  if (out === undefined) throw new HostError('usage.package', { help: means.help })
  const { makeKeyPair } = await import('#main/backend/package-maker.ts')
  const { privatePem, publicPem, fingerprint } = makeKeyPair(await namedPassphrase(means))
  const privateKey = `${placeOf(out)}.key`
  const publicKey = `${placeOf(out)}.pem`
  write(privateKey, privatePem, 0o600)
  write(publicKey, publicPem, 0o644)
  return { facts: { privateKey, publicKey, fingerprint } }
}

async function make(means: Means): Promise<Outcome> {
  const { options, ports } = means
  const { key, out } = options
  const kind = packageKinds.find((known) => known === options.kind)
  if (!kind || key === undefined || out === undefined)
    throw new HostError('usage.package', { help: means.help })
  const privatePem = read(key).toString('utf8')
  const passphrase = await namedPassphrase(means)
  const content = await contentOf(means, kind)
  const madeAtMs = ports.clock.nowMs()
  const version = new Date(madeAtMs).toISOString().slice(0, 16).replace('T', ' ')
  const { makePackage } = await import('#main/backend/package-maker.ts')
  const facts = { kind, name: options.name ?? kind, version, madeAtMs }
  const bytes = makePackage(facts, content, { privatePem, passphrase })
  write(placeOf(out), bytes, 0o644)
  return { facts: { path: placeOf(out), bytes: bytes.length } }
}

/** Rates come from the store, or from the Bank first where `--fetch` says so; anything else from a file of JSON. */
async function contentOf(means: Means, kind: PackageKind): Promise<unknown> {
  const { content, from, to } = means.options
  if (content === undefined && kind === 'rates') return { rates: await ratesBetween(means, { from, to }) }
  if (content === undefined) throw new HostError('usage.noContent')
  try {
    return JSON.parse(read(content).toString('utf8')) as unknown
  } catch (error) {
    if (error instanceof HostError) throw error
    throw new HostError('cli.badContent', { path: placeOf(content) }, 1)
  }
}

async function load({ ports, ask, signIn }: Means, file: string): Promise<Outcome> {
  const { token } = ports.inbox.give(placeOf(file))
  try {
    await signIn()
    return { rows: [rowOf(await ask('packages.load', { token }))], columns }
  } finally {
    ports.inbox.drop(token)
  }
}

async function list({ ask, signIn }: Means): Promise<Outcome> {
  await signIn()
  const { items } = await ask('packages.list', {})
  return { rows: items.filter(({ isCurrent }) => isCurrent).map(rowOf), columns }
}

type Loaded = Parameters<typeof rowOf>[0]
function rowOf(one: {
  kind: PackageKind
  name: string
  version: string
  madeAtMs: number
  keyName: string
  facts: Record<string, string | number>
}) {
  return {
    kind: one.kind,
    name: one.name,
    version: one.version,
    made: new Date(one.madeAtMs).toISOString(),
    from: one.facts.from ?? null,
    to: one.facts.until ?? one.facts.years ?? null,
    key: one.keyName,
  } satisfies Partial<Record<Column, unknown>> & { kind: Loaded['kind'] }
}

function read(path: string): Buffer {
  const facts = statSync(placeOf(path), { throwIfNoEntry: false })
  if (!facts?.isFile() || facts.size > MAX_BYTES) throw new HostError('cli.noFile', { path: placeOf(path) })
  return readFileSync(placeOf(path))
}

function write(path: string, data: string | Buffer, mode: number): void {
  try {
    writeFileSync(path, data, { mode, flag: 'wx' })
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new HostError(isThere ? 'cli.fileIsThere' : 'cli.notWritten', { path }, 1)
  }
}
