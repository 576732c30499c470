import { createNodePorts, type NodePorts } from '#main/adapters/node-ports.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { formatInstant } from '#shared/lib/format-time.ts'
import { terminalText } from '#shared/texts/terminal.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpOf, readNow, readOptions, readSeconds } from '../options.ts'
import { createTerminal, HostError, type Terminal } from '../terminal.ts'
import { version } from '../version.ts'
import { type Command, cliOptions, commonOptions, type Options, type Outcome } from './command.ts'
import { keepCompiled } from './compiled.ts'
import { openMeans } from './means.ts'
import { type OutputFormat, outputFormats, render, renderRows, type Words } from './render.ts'
import { isCommand, loadCommand } from './table.ts'

/** One command: results on stdout, everything else on stderr; resolves to the exit code. */
export async function runCli(args: readonly string[], help: string = helpOf.cli): Promise<number> {
  let terminal = createTerminal(process.env)
  let ports: NodePorts | undefined
  try {
    const { values, positionals } = readOptions(args, cliOptions, { positionals: true, help })
    const options: Options = values
    terminal = createTerminal(process.env, readLanguage(options.language))
    const [name = 'help', ...words] = positionals
    if (options.help || name === 'help') {
      terminal.say('cli.help')
      return exitCodes.ok
    }
    if (!isCommand(name)) throw new HostError('usage.unknownCommand', { name, help })
    const command = await loadCommand(name)
    assertFits(command, { name, words, options, help })
    const format = command.hasOwnFormat ? 'table' : readFormat(options.format)
    const lockTimeoutMs = readSeconds(options['lock-timeout'], '--lock-timeout') ?? 0
    const nowIso = readNow(options.now)
    ports = createNodePorts({ host: 'cli', version, env: process.env, dataFolder: options.data, nowIso })
    keepCompiled(ports)
    const means = openMeans({ ports, terminal, help, words, options, format, lockTimeoutMs })
    try {
      const outcome = await command.run(means)
      tell(outcome, format, terminal)
      return outcome.code ?? exitCodes.ok
    } finally {
      await means.close()
    }
  } catch (error) {
    // Whoever read has seen enough: `… | head`.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return exitCodes.ok
    ports?.log.write('error', 'cli.ended', { stack: error instanceof Error ? error.stack : String(error) })
    return terminal.explain(error, ports?.paths.logsFolder)
  } finally {
    ports?.log.flush()
  }
}

type Asked = { help: string; name: string; words: readonly string[]; options: Options }

/** What a command would pass over in silence is a mistake of whoever wrote it. */
function assertFits(command: Command, { name, words, options, help }: Asked): void {
  if (command.words === 'none' && words.length > 0)
    throw new HostError('usage.extraWord', { word: words.join(' '), help })
  const taken: readonly string[] = [...commonOptions, ...command.options]
  const stray = Object.keys(options).find((option) => !taken.includes(option))
  if (stray) throw new HostError('usage.strayOption', { option: `--${stray}`, name, help })
}

function tell(
  { facts, rows, spoken, columns = [] }: Outcome,
  format: OutputFormat,
  terminal: Terminal,
): void {
  const words = wordsOf(terminal.locale)
  if (facts) process.stdout.write(render(facts, format, words))
  if (!rows) return
  const shown = format === 'table' ? (spoken ?? rows) : rows
  process.stdout.write(renderRows(shown, columns, format, words))
}

const wordsOf = (locale: Locale): Words => ({
  fact: (key) => terminalText(locale, `cli.${key}`),
  column: (key) => terminalText(locale, `column.${key}`),
  instant: (ms) => formatInstant(ms, locale, Intl.DateTimeFormat().resolvedOptions().timeZone),
})

function readFormat(text = 'table'): OutputFormat {
  const format = outputFormats.find((known) => known === text)
  if (!format) throw new HostError('usage.badFormat')
  return format
}

function readLanguage(text: string | undefined): Locale | undefined {
  if (text !== undefined && text !== 'ru' && text !== 'en') throw new HostError('usage.badLanguage')
  return text
}
