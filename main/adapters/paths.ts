import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import type { Paths } from '#main/ports/ports.ts'

export type Environment = Readonly<Record<string, string | undefined>>

type Options = { env: Environment; platform: NodeJS.Platform; dataFolder?: string | undefined }

/** Where everything lives: what the person named, else INFRAZEN_DATA, else the system's own place for it. */
export function createPaths({ env, platform, dataFolder }: Options): Paths {
  const { join, resolve } = platform === 'win32' ? win32 : posix
  const named = dataFolder || env.INFRAZEN_DATA
  const folder = named ? resolve(named) : systemFolder(env, platform)
  return {
    dataFolder: folder,
    storeFile: join(folder, 'infrazen.sqlite'),
    backupsFolder: join(folder, 'backups'),
    logsFolder: join(folder, 'logs'),
    lockFile: join(folder, 'infrazen.lock'),
    vaultFile: join(folder, 'infrazen.vault'),
    inboxFolder: join(folder, 'inbox'),
    exportsFolder: join(folder, 'exports'),
    archiveFolder: join(folder, 'reports'),
    spoolFolder: join(folder, 'requests'),
    policyFile: join(folder, 'policy.json'),
    signingKeyFile: join(folder, 'infrazen.key'),
  }
}

function systemFolder(env: Environment, platform: NodeJS.Platform): string {
  if (platform === 'win32') {
    const roaming = env.APPDATA || win32.join(env.USERPROFILE || homedir(), 'AppData', 'Roaming')
    return win32.join(roaming, 'InfraZen')
  }
  const home = env.HOME || homedir()
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'InfraZen')
  // The XDG rule: a relative path there is to be ignored.
  const shared = env.XDG_DATA_HOME
  const base = shared && posix.isAbsolute(shared) ? shared : posix.join(home, '.local', 'share')
  return posix.join(base, 'infrazen')
}
