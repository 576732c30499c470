import { sameName } from '#main/core/rules/connection-state.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { exitCodes } from '../../exit-codes.ts'
import type { Ask, Command, Means } from '../command.ts'
import { openVault } from '../open-vault.ts'

type Ends = { done: number; partial: number; failed: number }

/**
 * Looks at accounts: without words at those that are due by their schedules, with names at these, with `all` at all.
 * The secrets need the system's own keychain or the passphrase.
 */
export const command: Command = {
  options: ['format', 'passphrase-stdin'],
  words: 'any',
  async run(means) {
    const { words } = means
    const ends: Ends = { done: 0, partial: 0, failed: 0 }
    const names = words.length === 1 && words[0] === 'all' ? [] : words
    const found = new Set<string>()
    for (const organisation of await means.organisations()) {
      await means.signIn(organisation)
      const connectionIds = names.length > 0 ? await named(means.ask, names, found) : undefined
      if (connectionIds?.length === 0) continue
      await unlock(means)
      await syncOne(means, connectionIds ? { connectionIds } : { isDue: words.length === 0 }, ends)
    }
    if (names.some((name) => !found.has(name))) throw new AppError('connection.notFound')
    const { done, partial, failed } = ends
    return {
      facts: { synced: done, syncedInPart: partial, notSynced: failed },
      code: exitCodeOf(ends),
    }
  },
}

/** By number or by name, as a person in the terminal calls them. */
async function named(ask: Ask, names: readonly string[], found: Set<string>): Promise<string[]> {
  const { items } = await ask('connections.list', {})
  return names.flatMap((name) => {
    const one = items.find((item) => item.id === name || sameName(item.name, name))
    if (one) found.add(name)
    return one ? [one.id] : []
  })
}

async function unlock({ ask, ports, terminal, options }: Means): Promise<void> {
  const door = {
    file: ports.paths.vaultFile,
    state: async () => (await ask('vault.getState', {})).passphrase,
    unlock: (passphrase: string) => ask('vault.unlock', { passphrase }),
  }
  await openVault(door, terminal, { fromStdin: options['passphrase-stdin'] ?? false })
}

type Wanted = { connectionIds: string[] } | { isDue: boolean }

async function syncOne({ ask, until }: Means, wanted: Wanted, ends: Ends): Promise<void> {
  const { connectionIds } = await ask('sync.start', wanted)
  if (connectionIds.length === 0) return
  const ours = new Set(connectionIds)
  await until(
    () => ask('sync.list', {}),
    ({ items }) => !items.some(({ connectionId }) => ours.has(connectionId)),
  )
  for (const connectionId of connectionIds) {
    const { items } = await ask('sync.listSnapshots', { connectionId, limit: 1 })
    const status = items[0]?.status
    ends[status === 'done' || status === 'partial' ? status : 'failed'] += 1
  }
}

/** A task that runs by itself has to learn how it went without reading the report. */
function exitCodeOf({ done, partial, failed }: Ends): number {
  if (failed === 0 && partial === 0) return exitCodes.ok
  return done + partial > 0 ? exitCodes.partly : exitCodes.failed
}
