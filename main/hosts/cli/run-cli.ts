import { createNodePorts, type NodePorts } from '#main/adapters/node-ports.ts'
import { createBackend } from '#main/backend/create-backend.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { formatInstant } from '#shared/lib/format-time.ts'
import { terminalText } from '#shared/texts/terminal.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpOf, readNow, readOptions } from '../options.ts'
import { createTerminal, HostError } from '../terminal.ts'
import { version } from '../version.ts'
import {
  type Ask,
  besides,
  type CommandName,
  commands,
  exitCodeAfter,
  isCommand,
  isRepair,
  repairs,
  takesWords,
} from './commands.ts'
import { exportFocus } from './export-focus.ts'
import { importFiles } from './import-files.ts'
import { openVault } from './open-vault.ts'
import { type OutputFormat, outputFormats, type Report, render, type Words } from './render.ts'

const options = {
  data: { type: 'string' },
  now: { type: 'string' },
  format: { type: 'string' },
  mode: { type: 'string' },
  'dry-run': { type: 'boolean' },
  organisation: { type: 'string' },
  focus: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  latin: { type: 'boolean' },
  'passphrase-stdin': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** One command: results on stdout, everything else on stderr; resolves to the exit code. */
export async function runCli(args: readonly string[]): Promise<number> {
  const terminal = createTerminal(process.env)
  let ports: NodePorts | undefined
  try {
    const help = helpOf.cli
    const { values, positionals } = readOptions(args, options, { positionals: true, help })
    const [name = 'help', ...rest] = positionals
    if (values.help || name === 'help') {
      terminal.say('cli.help')
      return exitCodes.ok
    }
    const isImport = name === 'import'
    const isExport = name === 'export'
    if (!isImport && !isExport && !isCommand(name) && !isRepair(name))
      throw new HostError('usage.unknownCommand', { name, help })
    const isLast = !isImport && (isExport || isRepair(name) || !takesWords(name))
    if (rest.length > 0 && isLast) throw new HostError('usage.extraWord', { word: rest.join(' '), help })
    const nowIso = readNow(values.now)
    ports = createNodePorts({ host: 'cli', version, env: process.env, dataFolder: values.data, nowIso })
    if (isExport) return await exportFocus(ports, values, terminal)
    const format = readFormat(values.format)
    if (isImport) {
      const { mode, organisation, 'dry-run': isDryRun = false } = values
      const { locale } = terminal
      return await importFiles(ports, { paths: rest, mode, isDryRun, organisation, format, locale })
    }
    if (!isRepair(name) && name === 'sync')
      await openVault(ports, terminal, { fromStdin: values['passphrase-stdin'] ?? false })
    const report = isRepair(name) ? await repairs[name](ports) : await runCommand(name, ports, rest)
    process.stdout.write(render(report, format, wordsOf(terminal.locale)))
    if (isRepair(name)) terminal.note('cli.recovered')
    return exitCodeAfter(report)
  } catch (error) {
    ports?.log.write('error', 'cli.ended', { stack: error instanceof Error ? error.stack : String(error) })
    return terminal.explain(error, ports?.paths.logsFolder)
  }
}

async function runCommand(name: CommandName, ports: NodePorts, words: readonly string[]): Promise<Report> {
  const backend = await createBackend(ports).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'store.busy') return error
    throw error
  })
  if (backend instanceof AppError) {
    const report = besides[name]?.(ports, backend)
    if (!report) throw backend
    return report
  }
  const caller = { host: 'cli', clientKey: ports.ids.secret() } as const
  const ask: Ask = async (call, input) => {
    const envelope = await backend.call(call, input, caller)
    if (!envelope.ok) throw new AppError(envelope.error.code, envelope.error.details)
    // The contract ties the answer to the name; what travels as `unknown` has been through it.
    return envelope.value as never
  }
  try {
    return await commands[name]({ ask, ports, runSync: backend.runSync, words })
  } finally {
    await backend.close()
  }
}

const wordsOf = (locale: Locale): Words => ({
  name: (key) => terminalText(locale, `cli.${key}`),
  instant: (ms) => formatInstant(ms, locale, Intl.DateTimeFormat().resolvedOptions().timeZone),
})

function readFormat(text = 'table'): OutputFormat {
  const format = outputFormats.find((known) => known === text)
  if (!format) throw new HostError('usage.badFormat')
  return format
}
