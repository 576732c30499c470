import { resolve } from 'node:path'
import { type FocusVersion, focusVersions } from '#shared/contract/ledger.ts'
import { type Day, day, isDay } from '#shared/lib/day.ts'
import { exitCodes } from '../../exit-codes.ts'
import { HostError } from '../../terminal.ts'
import type { Command, Means, Outcome } from '../command.ts'
import { lastMonth, readMonth } from '../period.ts'
import { takeExport } from '../take-file.ts'

/** Before any bill of a cloud. */
const LONG_AGO = day('2000-01-01')

/** Writes out the ledger as FOCUS, or the postings of a month: into a file, which appears whole, or to standard output. */
export const command: Command = {
  options: ['format', 'focus', 'from', 'to', 'out', 'latin', 'what', 'month'],
  words: 'none',
  hasOwnFormat: true,
  run(means) {
    const { what = 'lines' } = means.options
    if (what !== 'lines' && what !== 'postings') throw new HostError('usage.badWhat')
    return what === 'lines' ? exportLines(means) : exportPostings(means)
  },
}

async function exportLines(means: Means): Promise<Outcome> {
  const { ask, signIn, options, terminal } = means
  const { format = 'csv', latin: isLatin = false } = options
  const version = readVersion(options.focus)
  if (format !== 'csv' && format !== 'parquet') throw new HostError('usage.badFocusFormat')
  const from = readDay(options.from, '--from') ?? LONG_AGO
  const until = readDay(options.to, '--to')
  await signIn()
  const { session } = await ask('app.getState', {})
  const filter = { from, to: until ?? (session ? day(session.today) : LONG_AGO) }
  const { id } = await ask('ledger.startExport', { filter, version, format, isLatin })
  const { lines, bytes, problem } = await takeExport(means, id, targetOf(means))
  terminal.note('export.done', { lines, bytes, version })
  if (!problem) return {}
  terminal.note('export.notConformant', { rules: String(problem.details.rules ?? '') })
  return { code: exitCodes.partly }
}

async function exportPostings(means: Means): Promise<Outcome> {
  const { ask, signIn, options, terminal } = means
  const { format = 'xlsx' } = options
  if (format !== 'xlsx' && format !== 'txt') throw new HostError('usage.badPostingsFormat')
  const named = readMonth(options.month)
  await signIn()
  const month = named ?? (await lastMonth(ask))
  const { id } = await ask('oneC.startExport', { month, format })
  const { lines, bytes } = await takeExport(means, id, targetOf(means))
  terminal.note('export.postings', { lines, bytes, month })
  return {}
}

/** Null: standard output. */
const targetOf = ({ options: { out = '-' } }: Means): string | null =>
  out === '-' ? null : resolve(process.env.INIT_CWD ?? '.', out)

function readVersion(text = '1.2'): FocusVersion {
  const version = focusVersions.find((known) => known === text)
  if (!version) throw new HostError('usage.badFocusVersion')
  return version
}

function readDay(text: string | undefined, name: string): Day | undefined {
  if (text !== undefined && !isDay(text)) throw new HostError('usage.badDay', { name })
  return text
}
