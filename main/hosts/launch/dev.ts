import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createNetServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ProxyOptions } from 'vite'
import { exitCodes } from '../exit-codes.ts'
import { readNow, readOptions } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { buildStale, forgetBuild } from './build.ts'
import { outFolder, projectRoot } from './project.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The page from Vite with hot reload; its calls go on to the web host, rebuilt and restarted when it changes. */
export async function dev(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = readOptions(args, { data: { type: 'string' }, now: { type: 'string' } })
  readNow(values.now)
  // A terminal and npm may both send the same Ctrl+C: the listeners stay, so that the second cuts nothing short.
  const stopped = new Promise<void>((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve())
  })
  await buildStale(terminal, { only: 'page' })
  const { build, createServer } = await import('vite')
  const port = await freePort()
  const host = `http://127.0.0.1:${port}`
  const proxy = (): ProxyOptions => proxyTo(host, () => origin)
  const ours = new Set(process.listeners('SIGTERM'))
  const page = await createServer({
    configFile: join(projectRoot, 'vite.config.ts'),
    root: join(projectRoot, 'renderer'),
    plugins: [{ name: 'resources', transformIndexHtml: showResources }],
    server: { host: '127.0.0.1', proxy: { '/rpc': proxy(), '/events': proxy(), '/auth': proxy() } },
  })
  // Vite's own would end the process with 143 in the middle of our clean-up.
  for (const listener of process.listeners('SIGTERM'))
    if (!ours.has(listener)) process.off('SIGTERM', listener)
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

  // Whatever ends this process, the web host must not be left behind.
  process.once('exit', () => child?.kill('SIGTERM'))
  // From here on the watcher writes where the last build lies.
  forgetBuild('main')
  // Restarts follow one another: two builds in quick succession must not leave two hosts behind.
  let turn = Promise.resolve()
  const watcher = await build({
    configFile: join(projectRoot, 'vite.main.config.ts'),
    root: projectRoot,
    logLevel: 'warn',
    build: { watch: {} },
  })
  if (!('on' in watcher)) throw new Error('the build does not watch')
  // What cannot be built leaves the host as it is.
  let isBroken = false
  watcher.on('event', (event) => {
    if (event.code === 'START') isBroken = false
    if (event.code === 'ERROR') {
      isBroken = true
      console.error(event.error.message)
    }
    if (event.code === 'END' && !isBroken) turn = turn.then(restart)
  })

  await stopped
  await Promise.all([watcher.close(), page.close()])
  await turn
  await end(child)
  return exitCodes.ok
}

/** Served from the sources, the page's icon lies outside of the served folder. */
const showResources = (html: string): string =>
  html.replaceAll(
    '"../resources/',
    `"/@fs/${projectRoot.replaceAll('\\', '/').replace(/^\//, '')}/resources/`,
  )

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
