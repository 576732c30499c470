import { join } from 'node:path'
import type { Command } from '../command.ts'

/** Makes a copy of the store and says where it lies. */
export const command: Command = {
  options: ['format'],
  words: 'none',
  async run({ ask, signIn, ports }) {
    await signIn()
    const { id, atMs, bytes } = await ask('backups.add', {})
    return {
      facts: { backup: id, backupAt: new Date(atMs), bytes, path: join(ports.paths.backupsFolder, id) },
    }
  },
}
