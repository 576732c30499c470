import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { hasDisplay } from '#main/hosts/display.ts'
import { buildStale } from '#main/hosts/launch/build.ts'
import { installedElectron } from '#main/hosts/launch/electron-runtime.ts'
import { createTerminal } from '#main/hosts/terminal.ts'

/** The end-to-end tests in the real window, where there is one; one line and success where there is not. */
function whyNot(): string | null {
  const { env, platform } = process
  if (!env.E2E_ELECTRON && !installedElectron('node_modules/electron', env)) {
    const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as {
      version: string
    }
    return `its runtime ${version} is not installed; "npm start -- --retry-electron" fetches it`
  }
  return hasDisplay(env, platform) ? null : 'there is no display; run it under xvfb-run'
}

const reason = whyNot()
if (reason) console.log(`Electron: not run: ${reason}`)
else {
  await buildStale(createTerminal(process.env))
  const args = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--project',
    'electron',
    ...process.argv.slice(2),
  ]
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1
}
