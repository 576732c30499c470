import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createNodePorts, type NodePorts } from '#main/adapters/node-ports.ts'
import { createBackend } from '#main/backend/create-backend.ts'
import { hasDisplay } from '../display.ts'
import { exitCodes } from '../exit-codes.ts'
import { readNow, readOptions, readPort } from '../options.ts'
import { keepSchedule } from '../schedule.ts'
import { serveSpool } from '../spool/serve-spool.ts'
import { createTerminal, HostError } from '../terminal.ts'
import { version } from '../version.ts'
import { openBrowser } from './open-browser.ts'
import { startWebServer, type WebServer } from './server.ts'
import { onEnter, whenStopped } from './when-stopped.ts'

const options = {
  data: { type: 'string' },
  port: { type: 'string' },
  now: { type: 'string' },
  'no-open': { type: 'boolean' },
} as const

/** Runs the web host until it is told to stop; resolves to the exit code. */
export async function runWeb(args: readonly string[], bundleFolder: string): Promise<number> {
  const { env, platform } = process
  const terminal = createTerminal(env)
  const stopped = whenStopped()
  let ports: NodePorts | undefined
  try {
    const { values } = readOptions(args, options)
    const nowIso = readNow(values.now)
    const port = readPort(values.port)
    if (!existsSync(join(bundleFolder, 'index.html')))
      throw new HostError('web.notBuilt', {}, exitCodes.wrongRuntime)
    const checksOutputs = env.INFRAZEN_CHECKS === '1'
    ports = createNodePorts({ host: 'web', version, env, dataFolder: values.data, nowIso, checksOutputs })
    const backend = await createBackend(ports)
    const { log, ids, inbox } = ports
    const { exportsFolder } = ports.paths
    const endSchedule = keepSchedule(backend, (error) =>
      log.write('warn', 'schedule.failed', { message: String(error) }),
    )
    const endSpool = serveSpool({ backend, paths: ports.paths, log })
    try {
      const server = await listen({ backend, bundleFolder, ids, log, inbox, exportsFolder, port })
      ports.log.write('info', 'web.started', { origin: server.origin, version })
      terminal.say('web.opened', { version })
      console.log(`  ${server.link}`)
      terminal.say(process.stdin.isTTY ? 'web.howToRenew' : 'web.howToStop')
      if (!values['no-open'] && hasDisplay(env, platform)) openBrowser(server.link, platform)
      onEnter(() => {
        terminal.say('web.newLink')
        console.log(`  ${server.newLink()}`)
      })
      await stopped
      await server.close()
    } finally {
      endSpool()
      endSchedule()
      await backend.close()
    }
    return exitCodes.ok
  } catch (error) {
    ports?.log.write('error', 'web.ended', { stack: error instanceof Error ? error.stack : String(error) })
    return terminal.explain(error, ports?.paths.logsFolder)
  }
}

async function listen(parts: Parameters<typeof startWebServer>[0]): Promise<WebServer> {
  try {
    return await startWebServer(parts)
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw isTaken ? new HostError('web.portTaken', { port: parts.port ?? 0 }, exitCodes.failed) : error
  }
}
