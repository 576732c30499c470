import { createInterface } from 'node:readline/promises'
import { terminalText } from '#shared/texts/terminal.ts'
import { HostError } from '../../terminal.ts'
import type { Command, Means } from '../command.ts'

/** Puts a copy in the place of the store. Asks, unless it is told that it need not. */
export const command: Command = {
  options: ['format', 'list', 'yes'],
  words: 'any',
  async run(means) {
    const { ask, signIn, options, words, terminal, help } = means
    const [id, ...more] = words
    if (more.length > 0) throw new HostError('usage.extraWord', { word: more.join(' '), help })
    if (!options.list && id === undefined) throw new HostError('usage.noBackup', { help })
    await signIn()
    const { items } = await ask('backups.list', {})
    if (options.list || id === undefined) {
      const rows = items.map(({ id: backup, atMs, bytes, reason }) => {
        return { backup, at: new Date(atMs).toISOString(), bytes, reason }
      })
      return { rows, columns: ['backup', 'at', 'bytes', 'reason'] }
    }
    const wanted = id === 'latest' ? (items[0]?.id ?? id) : id
    if (!options.yes) await confirm(means, wanted)
    await ask('backups.startRestore', { id: wanted })
    terminal.note('cli.restored')
    return { facts: { backup: wanted } }
  },
}

/** The answer is typed at a terminal or not at all: what is piped in was not meant for this. */
async function confirm({ terminal: { locale } }: Means, id: string): Promise<void> {
  if (!process.stdin.isTTY) throw new HostError('usage.needsYes')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const said = await lines.question(`${terminalText(locale, 'cli.reallyRestore', { id })} `)
    if (!/^(да|yes|y|д)$/i.test(said.trim())) throw new HostError('cli.notConfirmed', {}, 1)
  } finally {
    lines.close()
  }
}
