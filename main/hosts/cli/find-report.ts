import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { sameName } from '#main/core/rules/connection-state.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import { HostError } from '../terminal.ts'
import type { Means } from './command.ts'

const MAX_BYTES = 500_000

/** A report by its name, a template by its key or title, or a report's file. A report that is kept comes with its number. */
export async function findReport(
  { ask, terminal }: Means,
  name: string,
): Promise<{ id: string | null; spec: ReportSpec }> {
  if (/\.json$/i.test(name)) {
    const { spec } = await ask('reports.read', { text: readReportFile(name) })
    return { id: null, spec }
  }
  const { items } = await ask('reports.list', {})
  const kept = items.filter((item) => item.id === name || sameName(item.name, name))
  const [one, ...more] = kept
  if (more.length > 0) throw new HostError('cli.reportAmbiguous', { name })
  if (one) return { id: one.id, spec: one.spec }
  const templates = await ask('reports.listTemplates', { language: terminal.locale })
  const template = templates.items.find(({ key, spec }) => key === name || sameName(spec.title, name))
  if (!template) throw new HostError('cli.noSuchReport', { name }, 1)
  return { id: null, spec: template.spec }
}

function readReportFile(name: string): string {
  const path = resolve(process.env.INIT_CWD ?? '.', name)
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts?.isFile() || facts.size > MAX_BYTES) throw new HostError('cli.noReportFile', { path })
  return readFileSync(path, 'utf8')
}
