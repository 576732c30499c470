import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import type { Envelope } from '#shared/errors/app-error.ts'

export type WebHost = {
  link: string
  origin: string
  pid: number
  dataFolder: string
  startMs: number
  /** Everything that it has printed so far. */
  output(): string
  stop(): Promise<void>
}

const LINK = /(http:\/\/127\.0\.0\.1:\d+)\/auth\?t=\S+/

/** The built web host as a process of its own with its own data folder, as a person would start it. */
export async function startWebHost(
  options: { now?: string; dataFolder?: string; port?: number } = {},
): Promise<WebHost> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'infrazen-host-'))
  const args = ['out/main/web.js', '--data', dataFolder, '--port', String(options.port ?? 0), '--no-open']
  if (options.now) args.push('--now', options.now)
  const startedAt = performance.now()
  // The keychain of whoever runs the tests is no place for what they invent.
  const env = { ...process.env, INFRAZEN_KEYCHAIN: 'off' }
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  const [link, origin] = await readLink(child)
  return {
    link,
    origin,
    pid: child.pid ?? 0,
    dataFolder,
    startMs: performance.now() - startedAt,
    output: () => printed,
    stop: async () => {
      const closed = new Promise((resolve) => child.once('close', resolve))
      if (child.exitCode === null) {
        child.kill('SIGINT')
        await closed
      }
      if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function readLink(child: ChildProcess): Promise<[string, string]> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const match = LINK.exec(said)
      if (match?.[1]) resolve([match[0], match[1]])
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the web host ended with ${code}: ${said}`)))
  })
}

export type WebClient = {
  cookie: string
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Envelope<CallOutput<N>>>
  value<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
}

/** Spends the one-time link and speaks to the host as its page does. */
export async function connectWebClient(host: Pick<WebHost, 'link' | 'origin'>): Promise<WebClient> {
  const answer = await fetch(host.link, { redirect: 'manual' })
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
  const call: WebClient['call'] = async (name, input) => {
    const response = await fetch(`${host.origin}/rpc/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: host.origin, cookie },
      body: JSON.stringify(input),
    })
    return (await response.json()) as Envelope<never>
  }
  return {
    cookie,
    call,
    value: async (name, input) => {
      const envelope = await call(name, input)
      if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code}`)
      return envelope.value
    },
  }
}
