import { resolve } from 'node:path'
import { isNoCost } from '#main/core/rules/commit-alone.ts'
import type { ImportMode } from '#shared/contract/imports.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { type TerminalText, terminalText } from '#shared/texts/terminal.ts'
import { exitCodes } from '../../exit-codes.ts'
import { HostError } from '../../terminal.ts'
import type { Command, Means } from '../command.ts'
import { describeProblem } from '../describe-problem.ts'
import type { Column, Row } from '../render.ts'

type Seen = CallOutput<'imports.get'>

const columns: Column[] = [
  'id',
  'file',
  'status',
  'rowsIn',
  'rowsKept',
  'rowsRejected',
  'from',
  'to',
  'totals',
  'problem',
]

/** Reads files, commits what needs no answer, and says of each what became of it. */
export const command: Command = {
  options: ['format', 'mode', 'dry-run'],
  words: 'any',
  async run(means) {
    const { words, options, terminal, ports } = means
    const { mode = 'replace', 'dry-run': isDryRun = false } = options
    if (words.length === 0) throw new HostError('usage.noFiles', { help: means.help })
    if (mode !== 'replace' && mode !== 'add') throw new HostError('usage.badMode')
    const tokens: string[] = []
    try {
      for (const word of words)
        tokens.push(ports.inbox.give(resolve(process.env.INIT_CWD ?? '.', word)).token)
      await means.signIn()
      const { ids } = await means.ask('imports.start', { tokens })
      const seen: Seen[] = []
      for (const id of ids) seen.push(await readOne(means, id, isDryRun ? null : mode))
      return {
        rows: seen.map(rowOf),
        spoken: seen.map((one) => spoken(one, terminal.locale)),
        columns: [...columns],
        code: exitCodeOf(seen, isDryRun),
      }
    } finally {
      // What was not taken is of no use to anybody.
      for (const token of tokens) ports.inbox.drop(token)
    }
  },
}

/** `mode` null: read, told and taken out again. */
async function readOne({ ask, until }: Means, id: number, mode: ImportMode | null): Promise<Seen> {
  const read = await until(
    () => ask('imports.get', { id }),
    ({ item }) => item.status !== 'waiting' && item.status !== 'reading',
  )
  if (mode === null) await ask('imports.remove', { id })
  if (mode === null || read.item.status !== 'ready') return read
  await ask('imports.commit', { id, mode })
  const { item } = await ask('imports.get', { id })
  return { ...read, item }
}

const questionsOf = ({ item, reading }: Seen) => (item.status === 'asking' ? (reading?.questions ?? []) : [])

/** Rows that were not kept, apart from those that are no costs. */
const doubtfulOf = ({ summary }: Seen): number =>
  (summary?.reasons ?? []).reduce((sum, { reason, rows }) => (isNoCost(reason) ? sum : sum + rows), 0)

function rowOf(seen: Seen): Row {
  const { item } = seen
  return {
    id: item.id,
    file: item.fileName,
    status: item.status,
    rowsIn: item.rowsIn,
    rowsKept: item.rowsKept,
    rowsRejected: item.rowsRejected,
    from: item.from,
    to: item.to,
    totals: item.totals.map(({ billed, currency }) => `${billed} ${currency}`).join('; ') || null,
    problem: item.problem?.code ?? (questionsOf(seen).join(' ') || null),
  }
}

function spoken(seen: Seen, locale: Locale): Row {
  const { problem, status } = seen.item
  const said = (key: string): string => terminalText(locale, key as TerminalText)
  return {
    ...rowOf(seen),
    status: said(`import.is.${status}`),
    problem: problem
      ? describeProblem(problem, locale)
      : questionsOf(seen)
          .map((question) => said(`import.asks.${question}`))
          .join(', ') || null,
  }
}

/** A task that runs by itself has to learn how it went without reading the report. */
function exitCodeOf(seen: readonly Seen[], isDryRun: boolean): number {
  const isGood = ({ item: { status } }: Seen): boolean =>
    status === 'same' || status === (isDryRun ? 'ready' : 'committed')
  const good = seen.filter(isGood)
  if (good.length === 0) return exitCodes.failed
  const isWhole = good.length === seen.length && good.every((one) => doubtfulOf(one) === 0)
  return isWhole ? exitCodes.ok : exitCodes.partly
}
