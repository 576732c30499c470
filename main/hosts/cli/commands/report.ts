import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import { type ReportFormat, reportFormats } from '#shared/contract/report-spec.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { HostError } from '../../terminal.ts'
import type { Command, Means, Outcome } from '../command.ts'
import { findReport } from '../find-report.ts'
import { readPeriod } from '../period.ts'
import type { Column, Row } from '../render.ts'
import { reportsDue } from '../reports-due.ts'
import { runEnded } from '../run-ended.ts'
import { takeExport } from '../take-file.ts'

type Run = CallOutput<'reports.getRun'>['run']
type What = Pick<CallInput<'reports.start'>, 'reportId' | 'spec'>

/** Produces a report and copies its files out; `--list` tells which there are, `due` produces what schedules owe. */
export const command: Command = {
  options: ['format', 'period', 'formats', 'out', 'list'],
  words: 'any',
  async run(means) {
    const { words, options, signIn, help } = means
    const [name, ...more] = words
    if (more.length > 0) throw new HostError('usage.extraWord', { word: more.join(' '), help })
    if (!options.list && name === undefined) throw new HostError('usage.noReport', { help })
    const period = options.period === undefined ? undefined : readPeriod(options.period)
    const formats = readFormats(options.formats)
    const out = options.out ?? '.'
    if (out === '-' && formats.length !== 1) throw new HostError('usage.oneFormat')
    await signIn()
    if (options.list || name === undefined) return listReports(means)
    if (name === 'due') return reportsDue(means)
    const { id, spec } = await findReport(means, name)
    const what: What =
      id !== null && !period ? { reportId: id } : { spec: { ...spec, ...(period && { period }) } }
    return produce(means, what, { formats, out })
  },
}

type How = { formats: ReportFormat[]; out: string }
const columns: Column[] = ['file', 'format', 'bytes', 'sha256']

async function produce(means: Means, what: What, { formats, out }: How): Promise<Outcome> {
  const { ask, terminal } = means
  terminal.progress('cli.reportStarted')
  const { runId } = await ask('reports.start', { ...what, formats })
  const run = await runEnded(means, runId)
  if (run.status !== 'done') throw failureOf(run)
  if (out === '-') return toStdout(means, run)
  const folder = resolve(process.env.INIT_CWD ?? '.', out)
  makeTarget(folder)
  const rows: Row[] = []
  for (const { id: fileId, name, format } of run.files) {
    const { id } = await ask('reports.takeFile', { runId, fileId })
    const { bytes, sha256 } = await takeExport(means, id, join(folder, name))
    rows.push({ file: join(folder, name), format, bytes, sha256 })
  }
  return { rows, columns }
}

/** The one file itself: rows about it would spoil it, and stand on the other stream. */
async function toStdout(means: Means, run: Run): Promise<Outcome> {
  const [file, ...more] = run.files
  if (!file || more.length > 0) throw new HostError('usage.oneFormat')
  const { id } = await means.ask('reports.takeFile', { runId: run.id, fileId: file.id })
  const { bytes, sha256 } = await takeExport(means, id, null)
  means.terminal.note('cli.reportWritten', { file: file.name, bytes, sha256 })
  return {}
}

function failureOf({ problem, status }: Run): AppError {
  if (!problem) return new AppError(status === 'cancelled' ? 'report.cancelled' : 'report.failed')
  return new AppError(problem.code as 'report.failed', problem.details as Record<string, string>)
}

async function listReports({ ask, terminal }: Means): Promise<Outcome> {
  const [{ items }, templates] = await Promise.all([
    ask('reports.list', {}),
    ask('reports.listTemplates', { language: terminal.locale }),
  ])
  const rows = [
    ...items.map(({ name, spec }) => ({ name, kind: 'report', title: spec.title })),
    ...templates.items.map(({ key, spec }) => ({ name: key, kind: 'template', title: spec.title })),
  ]
  return { rows, columns: ['name', 'kind', 'title'] }
}

function readFormats(text = 'pdf'): ReportFormat[] {
  const names = text.split(',').map((name) => name.trim())
  const known = names.flatMap((name) => reportFormats.find((format) => format === name) ?? [])
  if (known.length !== names.length) throw new HostError('usage.badReportFormat')
  return [...new Set(known)]
}

function makeTarget(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new AppError('export.failed', {}, { cause: error })
  }
}
