import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createNetServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ProxyOptions } from 'vite'
import { exitCodes } from '../exit-codes.ts'
import { readNow, readOptions } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { buildStale } from './build.ts'
import { outFolder, projectRoot } from './project.ts'

/** The page from Vite with hot reload; its calls go on to the web host, rebuilt and restarted when it changes. */
export async function dev(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = readOptions(args, { data: { type: 'string' }, now: { type: 'string' } })
  readNow(values.now)
  await buildStale(terminal, { only: 'page' })
  const { build, createServer } = await import('vite')
  const port = await freePort()
  const host = `http://127.0.0.1:${port}`
  const proxy = (): ProxyOptions => proxyTo(host, () => origin)
  const page = await createServer({
    configFile: join(projectRoot, 'vite.config.ts'),
    root: join(projectRoot, 'renderer'),
    server: { host: '127.0.0.1', proxy: { '/rpc': proxy(), '/events': proxy(), '/auth': proxy() } },
  })
  await page.listen()
  const origin = new URL(page.resolvedUrls?.local[0] ?? 'http://127.0.0.1:5173').origin
  terminal.say('launch.dev', { origin })

  const webArgs = ['--port', String(port), '--no-open']
  for (const name of ['data', 'now'] as const) if (values[name]) webArgs.push(`--${name}`, values[name])
  let child: ChildProcess | null = null
  const restart = async (): Promise<void> => {
    await end(child)
    child = runWebHost(webArgs, (line) => console.log(line.replace(`${host}/auth`, `${origin}/auth`)))
  }

  // Vite ends the process by itself on SIGTERM; the web host must not be left behind.
  process.once('exit', () => child?.kill('SIGTERM'))
  // Restarts follow one another: two builds in quick succession must not leave two hosts behind.
  let turn = Promise.resolve()
  const watcher = await build({
    configFile: join(projectRoot, 'vite.main.config.ts'),
    root: projectRoot,
    logLevel: 'warn',
    build: { watch: {} },
  })
  if (!('on' in watcher)) throw new Error('the build does not watch')
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message)
    if (event.code === 'END') turn = turn.then(restart)
  })

  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')])
  // The same Ctrl+C may come twice; the second must not cut the clean-up short.
  process.on('SIGINT', () => {})
  await Promise.all([watcher.close(), page.close(), turn.then(() => end(child))])
  return exitCodes.ok
}

/**
 * The web host trusts its own origin only. What our page on Vite's origin sends is presented as such; anything that
 * comes from elsewhere keeps its own origin and is refused.
 */
function proxyTo(host: string, pageOrigin: () => string): ProxyOptions {
  return {
    target: host,
    changeOrigin: true,
    configure: (proxy) => {
      proxy.on('proxyReq', (forwarded, request) => {
        if (request.headers.origin === pageOrigin()) forwarded.setHeader('origin', host)
      })
    },
  }
}

function runWebHost(args: readonly string[], onLine: (line: string) => void): ChildProcess {
  const child = spawn(process.execPath, [join(outFolder, 'main', 'web.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, INFRAZEN_CHECKS: '1' },
  })
  createInterface({ input: child.stdout }).on('line', onLine)
  return child
}

async function end(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

async function freePort(): Promise<number> {
  const server = createNetServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
