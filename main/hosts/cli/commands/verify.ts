import { exitCodes } from '../../exit-codes.ts'
import type { Command } from '../command.ts'
import type { Row } from '../render.ts'

/** Reads the archive of reports against its checksums, the store and its copies: what is damaged is told one a line. */
export const command: Command = {
  options: ['format'],
  words: 'none',
  async run({ ask, signIn, terminal }) {
    await signIn()
    const archive = await ask('reports.verify', {})
    const store = await ask('backups.verify', {})
    const rows: Row[] = [
      ...archive.bad.map(({ title, name, state }) => ({ what: 'report', name: `${title}: ${name}`, state })),
      ...store.items
        .filter(({ isSound }) => !isSound)
        .map(({ kind, name }) => ({ what: kind, name, state: 'damaged' })),
    ]
    terminal.note('cli.verified', { files: archive.checked, copies: store.items.length - 1 })
    return {
      rows,
      columns: ['what', 'name', 'state'],
      code: rows.length > 0 ? exitCodes.failed : exitCodes.ok,
    }
  },
}
