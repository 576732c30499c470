import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exitCodes } from '../exit-codes.ts'
import { asksForHelp, helpOf, readOptions } from '../options.ts'
import { createTerminal, HostError, type Terminal } from '../terminal.ts'
import { buildStale } from './build.ts'
import { outFolder, projectRoot } from './project.ts'
import { runBuiltWeb, start } from './start.ts'

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

const commands: Readonly<Record<string, Command>> = {
  start: async (args, terminal) => {
    await buildStale(terminal)
    return start(args, terminal)
  },
  web: async (args, terminal) => {
    await buildStale(terminal)
    return runBuiltWeb(args)
  },
  cli: async (args, terminal) => {
    await buildStale(terminal, { only: 'main' })
    const cli = (await import(pathToFileURL(join(outFolder, 'main', 'cli.js')).href)) as {
      runCli(args: readonly string[]): Promise<number>
    }
    return cli.runCli(args)
  },
  build: async (args, terminal) => {
    const { values } = readOptions(args, { force: { type: 'boolean' }, only: { type: 'string' } })
    await buildStale(terminal, values)
    return exitCodes.ok
  },
  dev: async (args, terminal) => (await import('./dev.ts')).dev(args, terminal),
  help: async (_, terminal) => {
    terminal.say('launch.help')
    return exitCodes.ok
  },
}

/** Carries out one command of run.mjs and leaves its exit code behind. */
export async function run(name: string, args: readonly string[]): Promise<void> {
  const terminal = createTerminal(process.env)
  // A tool's failure is its developer's to read: with its stack, and not as a sentence.
  if (name === 'script' && existsSync(args[0] ?? '')) return runScript(args)
  try {
    if (name === 'script') throw new HostError('launch.noScript', { name: args[0] ?? '' })
    const command = commandFor(name, args)
    if (!command) throw new HostError('usage.unknownCommand', { name, help: helpOf.start })
    if (!existsSync(join(projectRoot, 'node_modules', 'vite'))) {
      throw new HostError('launch.notInstalled', { name: 'vite' }, exitCodes.wrongRuntime)
    }
    leave(await command(args, terminal))
  } catch (error) {
    leave(terminal.explain(error))
  }
}

/** The command line explains itself in its own words; everything else is explained here, before anything is built. */
function commandFor(name: string, args: readonly string[]): Command | undefined {
  if (asksForHelp([name]) || (name !== 'cli' && asksForHelp(args))) return commands.help
  return Object.hasOwn(commands, name) ? commands[name] : undefined
}

/** Not before what was written has left: a pipe on Windows is emptied later than it is filled. */
function leave(code: number): void {
  process.stdout.write('', () => process.exit(code))
}

/** A tool of the repository, on the Node that the program itself runs on. It sets its exit code and shows its errors. */
async function runScript([file = '', ...args]: readonly string[]): Promise<void> {
  const path = resolve(file)
  process.argv = [process.execPath, path, ...args]
  await import(pathToFileURL(path).href)
}
