import { figuresOf } from '#main/core/archive/figures.ts'
import { safeFileName } from '#main/core/rules/file-names.ts'
import { buildReport } from '#main/queries/report/build-report.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { readCostFilter } from '#main/queries/views.query.ts'
import type { ReportFormat, ReportSpec } from '#shared/contract/report-spec.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Day } from '#shared/lib/day.ts'
import { bothOf } from '#shared/lib/group-where.ts'
import type { FocusExportService } from '../focus-export/focus-export.service.ts'
import type { WrittenFile } from '../report-files/write-report-files.ts'
import type { Archive } from './archive.ts'
import type { DataVersion } from './data-version.ts'

/** Data that change while a report is written would be of two moments: it is written anew. */
const TRIES = 3

type Parts = {
  archive: Archive
  focusExport: Pick<FocusExportService, 'writeFile'>
  versionOf: DataVersion
}

type Job = {
  id: string
  spec: ReportSpec
  formats: readonly ReportFormat[]
  organisation: string
  /** As it stood at the report's moment, asked anew for each try. */
  scope(): Scope
}

type Produced = {
  title: string
  period: { from: Day; to: Day }
  files: WrittenFile[]
  dataVersion: string
}

/** Builds a report and puts its files into the archive, whole or not at all. */
export async function produce(parts: Parts, job: Job, signal: AbortSignal): Promise<Produced> {
  const { archive, versionOf } = parts
  for (let tries = 1; ; tries += 1) {
    const scope = job.scope()
    const dataVersion = versionOf(scope.workspaceId)
    const { document, period } = buildReport(scope, job.spec, {
      organisation: job.organisation,
      isPreview: false,
    })
    // What draws and prints is large, and of no use to a start that produces nothing.
    const { writeReportFiles } = await import('../report-files/write-report-files.ts')
    const files = await writeReportFiles({
      document,
      spec: job.spec,
      formats: job.formats,
      folder: await archive.begin(job.id),
      baseName: safeFileName(nameOf(document.title, document.periodName), 'report'),
      signal,
      focus: (path, stop) => writeFocus(parts, { job, scope, period, path, signal: stop }),
    })
    signal.throwIfAborted()
    if (dataVersion !== versionOf(scope.workspaceId) && tries < TRIES) continue
    await archive.keep(job.id, figuresOf(document))
    return { title: document.title, period, files, dataVersion }
  }
}

/** A title that names its days already says them once. */
const nameOf = (title: string, periodName: string): string =>
  title.toLowerCase().includes(periodName.toLowerCase()) ? title : `${title} ${periodName}`

type Focus = { job: Job; scope: Scope; period: { from: Day; to: Day }; path: string; signal: AbortSignal }

function writeFocus({ focusExport }: Parts, { job, scope, period, path, signal }: Focus): Promise<void> {
  const { filterId, where } = job.spec
  const saved = filterId === null ? [] : readCostFilter(scope, filterId)
  if (!saved) throw new AppError('costFilter.notFound')
  const filter = { ...period, where: bothOf(where, saved) }
  return focusExport.writeFile(scope.workspaceId, { id: job.id, path, signal, filter })
}
