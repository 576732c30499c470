import { statSync } from 'node:fs'
import { AppError } from '#shared/errors/app-error.ts'
import type { Command, Means } from '../command.ts'
import type { Report } from '../render.ts'

/** What anybody who may open the data folder can ask without a password. */
export const command: Command = {
  options: ['format'],
  words: 'none',
  async run({ ask, beside, ports: { paths, version } }) {
    const about = { version, dataFolder: paths.dataFolder, storeBytes: sizeOf(paths.storeFile) }
    try {
      const state = await ask('app.getState', {})
      const organisations = new Set(state.profiles.map(({ workspaceId }) => workspaceId)).size
      return { facts: { ...about, ...holding(await beside()), organisations, hasDemo: state.hasDemo } }
    } catch (error) {
      // Another command holds it: what stands in the store is not to be had, what stands beside it is.
      if (!(error instanceof AppError) || error.code !== 'store.busy') throw error
      const { pid, sinceMs } = error.details
      const who = {
        pid: typeof pid === 'number' ? pid : null,
        sinceMs: typeof sinceMs === 'number' ? sinceMs : null,
      }
      return { facts: { ...about, ...holding(who), organisations: null, hasDemo: null } }
    }
  },
}

function holding(who: Awaited<ReturnType<Means['beside']>>): Report {
  const store = who ? 'openElsewhere' : 'free'
  const sinceMs = who?.sinceMs ?? null
  return { store, holder: who?.pid ?? null, heldSince: sinceMs === null ? null : new Date(sinceMs) }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
