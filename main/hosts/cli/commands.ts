import { statSync } from 'node:fs'
import { recoverData } from '#main/backend/create-backend.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Report } from './render.ts'

export type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
type Command = (ask: Ask, ports: Ports) => Promise<Report>

/** What anybody who may open the data folder can ask without a password. */
export const commands = {
  status: async (ask, ports) => {
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
  demo: async (ask) => {
    await ask('people.startDemo', {})
    const { session } = await ask('app.getState', {})
    const { counts, dataFolder } = await ask('app.getAbout', {})
    await ask('people.signOut', {})
    return { organisation: session?.workspaceName ?? '', dataFolder, ...counts }
  },
} satisfies Record<string, Command>

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
