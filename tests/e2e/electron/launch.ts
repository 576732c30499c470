import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication } from '@playwright/test'
import { installedElectron } from '#main/hosts/launch/electron-runtime.ts'

const root = join(import.meta.dirname, '..', '..', '..')

type Fixtures = {
  dataFolder: string
  /** The program under test; closed after it, its store with it. */
  application: ElectronApplication
}

/** `E2E_ELECTRON` names a packed program of the `e2e` variant; else the runtime beside the sources runs what is built. */
export async function launchApplication(dataFolder: string): Promise<ElectronApplication> {
  const packed = process.env.E2E_ELECTRON
  const program = packed ?? installedElectron(join(root, 'node_modules', 'electron'), process.env)
  if (!program) throw new Error('there is no Electron runtime')
  // Chromium refuses its sandbox to the system's administrator, as in containers.
  const privileged = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return _electron.launch({
    executablePath: program,
    args: [...(packed ? [] : [root]), '--data', dataFolder, '--lang=ru', ...privileged],
    // The keychain of whoever runs the tests is no place for what they invent.
    env: { ...(process.env as Record<string, string>), INFRAZEN_KEYCHAIN: 'off' },
  })
}

export const test = base.extend<Fixtures>({
  dataFolder: async ({ browserName: _browserName }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'infrazen-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  application: async ({ dataFolder }, use) => {
    const application = await launchApplication(dataFolder)
    await use(application)
    await application.close()
  },
  page: async ({ application }, use) => {
    await use(await application.firstWindow())
  },
})

export { expect } from '@playwright/test'
