import type { Command } from '../command.ts'

/** Acts on the data folder itself, because the store in it cannot be opened. */
export const command: Command = {
  options: ['format'],
  words: 'none',
  async run({ ports, terminal }) {
    const { recoverData } = await import('#main/backend/create-backend.ts')
    const { from, keptAs } = await recoverData(ports)
    terminal.note('cli.recovered')
    return { facts: { backup: from.id, backupAt: new Date(from.atMs), keptAs } }
  },
}
