import type { Command } from '../command.ts'

/** Signs in to the demo company, which makes it or brings it up to today, and leaves no session behind. */
export const command: Command = {
  options: ['format'],
  words: 'none',
  async run({ ask }) {
    await ask('people.startDemo', {})
    const { session } = await ask('app.getState', {})
    const { counts, dataFolder } = await ask('app.getAbout', {})
    await ask('people.signOut', {})
    return { facts: { organisation: session?.workspaceName ?? '', dataFolder, ...counts } }
  },
}
