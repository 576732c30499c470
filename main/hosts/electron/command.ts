import { app } from 'electron'

/** `InfraZen --cli status …`: the words after the switch; null where the program is started as usual. */
export function commandIn(args: readonly string[]): readonly string[] | null {
  const at = args.indexOf('--cli')
  return at < 0 ? null : args.slice(at + 1)
}

/** A command of the terminal in the installed program: no window, no page, an exit code. */
export async function runCommand(words: readonly string[]): Promise<void> {
  const { runCli } = await import('../cli/main.ts')
  const code = await runCli(words, 'InfraZen --cli --help')
  // Not before what was written has left.
  process.stdout.write('', () => app.exit(code))
}
