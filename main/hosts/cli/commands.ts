import { statSync } from 'node:fs'
import { type Backend, recoverData } from '#main/backend/create-backend.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Report } from './render.ts'

export type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
/** What stands behind a command: the contract, and the syncs that schedules have permitted already. */
type Means = { ask: Ask; ports: Ports; runSync: Backend['runSync']; words: readonly string[] }
type Command = (means: Means) => Promise<Report>

/** What anybody who may open the data folder can ask without a password. */
export const commands = {
  status: async ({ ask, ports }) => {
    const state = await ask('app.getState', {})
    return {
      version: state.version,
      dataFolder: ports.paths.dataFolder,
      storeBytes: sizeOf(ports.paths.storeFile),
      store: 'free',
      organisations: new Set(state.profiles.map(({ workspaceId }) => workspaceId)).size,
      hasDemo: state.hasDemo,
    }
  },

  /** Signs in to the demo company, which makes it or brings it up to today, and leaves no session behind. */
  demo: async ({ ask }) => {
    await ask('people.startDemo', {})
    const { session } = await ask('app.getState', {})
    const { counts, dataFolder } = await ask('app.getAbout', {})
    await ask('people.signOut', {})
    return { organisation: session?.workspaceName ?? '', dataFolder, ...counts }
  },
  /**
   * Looks at accounts: without words at those that are due by their schedules, with names at these, with `all` at all.
   * Whoever set a schedule has given the permission; the secrets need the system's own keychain or the passphrase.
   */
  sync: async ({ runSync, words }) => {
    const { done, partial, failed } = await runSync(
      words.length === 0 ? 'due' : words.length === 1 && words[0] === 'all' ? 'all' : words,
    )
    return { synced: done, syncedInPart: partial, notSynced: failed }
  },
} satisfies Record<string, Command>

/** Commands that go on to names; after the others a further word is a mistake. */
export const takesWords = (name: CommandName): boolean => name === 'sync'

/** A task that runs by itself has to learn how it went without reading the report. */
export function exitCodeAfter({ synced = 0, syncedInPart = 0, notSynced = 0 }: Report): number {
  if (notSynced === 0 && syncedInPart === 0) return exitCodes.ok
  return synced + syncedInPart > 0 ? exitCodes.partly : exitCodes.failed
}

/** What can be answered while another program holds the store: nothing that stands in it. */
export const besides: Partial<Record<CommandName, (ports: Ports, busy: AppError) => Report>> = {
  status: ({ version, paths }, { details }) => ({
    version,
    dataFolder: paths.dataFolder,
    storeBytes: sizeOf(paths.storeFile),
    store: 'openElsewhere',
    holder: typeof details.pid === 'number' ? details.pid : null,
    heldSince: typeof details.sinceMs === 'number' ? new Date(details.sinceMs) : null,
  }),
}

/** What acts on the data folder itself, because the store in it cannot be opened. */
export const repairs = {
  recover: async (ports) => {
    const { from, keptAs } = await recoverData(ports)
    return { backup: from.id, backupAt: new Date(from.atMs), keptAs }
  },
} satisfies Record<string, (ports: Ports) => Promise<Report>>

export type CommandName = keyof typeof commands
export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
export const isRepair = (name: string): name is keyof typeof repairs => Object.hasOwn(repairs, name)

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
