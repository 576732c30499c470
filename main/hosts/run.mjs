#!/usr/bin/env node
// The door of every command. npm's scripts run on the project's own Node 24; called by hand on an older one, it hands
// over to that Node, and where there is none it says what to do.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeWrongRuntime, requireRuntime, WRONG_RUNTIME } from './runtime.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const HANDED_OVER = 'INFRAZEN_HANDED_OVER'

if (!existsSync(join(root, 'node_modules'))) {
  process.stderr.write(
    'InfraZen: зависимости не установлены. Выполните «npm ci».\n' +
      'InfraZen: the dependencies are not installed. Run "npm ci".\n',
  )
  process.exitCode = WRONG_RUNTIME
} else if (describeWrongRuntime(process.versions) && existsSync(ownNode) && !process.env[HANDED_OVER]) {
  handOver()
} else {
  requireRuntime()
  const [command = 'start', ...args] = process.argv.slice(2)
  const { run } = await import('./launch/run.ts')
  await run(command, args)
}

function handOver() {
  const child = spawn(ownNode, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, [HANDED_OVER]: '1' },
  })
  // A terminal's Ctrl+C reaches the child by itself; what is sent to this process alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`InfraZen: ${error.message}\n`)
    process.exit(WRONG_RUNTIME)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}
