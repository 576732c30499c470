import { resolve } from 'node:path'
import type { NodePorts } from '#main/adapters/node-ports.ts'
import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { describeError } from '#shared/texts/errors.ts'
import { type TerminalText, terminalText } from '#shared/texts/terminal.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpOf } from '../options.ts'
import { HostError } from '../terminal.ts'
import { type OutputFormat, type Row, renderRows } from './render.ts'

type Item = Awaited<ReturnType<Backend['runImport']>>['items'][number]

type Asked = {
  paths: readonly string[]
  mode: string | undefined
  isDryRun: boolean
  organisation: string | undefined
  format: OutputFormat
  locale: Locale
}

/** Reads files, commits what needs no answer, and says of each what became of it. */
export async function importFiles(ports: NodePorts, asked: Asked): Promise<number> {
  const { paths, mode = 'replace', isDryRun, organisation = null, format, locale } = asked
  if (paths.length === 0) throw new HostError('usage.noFiles', { help: helpOf.cli })
  if (mode !== 'replace' && mode !== 'add') throw new HostError('usage.badMode')
  const backend = await createBackend(ports)
  const tokens: string[] = []
  try {
    for (const path of paths) tokens.push(ports.inbox.give(resolve(process.env.INIT_CWD ?? '.', path)).token)
    const { items } = await backend.runImport({ tokens, mode, isDryRun, organisation })
    const rows = items.map((item) => (format === 'table' ? spoken(item, locale) : plain(item)))
    const name = (key: string): string => terminalText(locale, `import.${key}` as TerminalText)
    process.stdout.write(renderRows(rows, format, name))
    return exitCodeOf(items, isDryRun)
  } finally {
    // What was not taken is of no use to anybody.
    for (const token of tokens) ports.inbox.drop(token)
    await backend.close()
  }
}

const plain = (item: Item): Row => ({
  id: item.id,
  file: item.fileName,
  status: item.status,
  rowsIn: item.rowsIn,
  rowsKept: item.rowsKept,
  rowsRejected: item.rowsRejected,
  from: item.from,
  to: item.to,
  totals: totalsOf(item),
  problem: item.problem?.code ?? (item.questions.join(' ') || null),
})

function spoken(item: Item, locale: Locale): Row {
  const { id: _, ...row } = plain(item)
  const { problem } = item
  const said = (key: string): string => terminalText(locale, key as TerminalText)
  return {
    ...row,
    status: said(`import.is.${item.status}`),
    problem: problem
      ? describeError(problem as Parameters<typeof describeError>[0], locale).title
      : item.questions.map((question) => said(`import.asks.${question}`)).join(', ') || null,
  }
}

const totalsOf = ({ totals }: Item): string | null =>
  totals.map(({ billed, currency }) => `${billed} ${currency}`).join('; ') || null

/** A task that runs by itself has to learn how it went without reading the report. */
function exitCodeOf(items: readonly Item[], isDryRun: boolean): number {
  const isGood = ({ status }: Item): boolean =>
    status === 'same' || status === (isDryRun ? 'ready' : 'committed')
  const good = items.filter(isGood)
  if (good.length === 0) return exitCodes.failed
  return good.length === items.length && good.every(({ doubtful }) => doubtful === 0)
    ? exitCodes.ok
    : exitCodes.partly
}
