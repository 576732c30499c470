import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportDocument } from '#main/core/report/document.ts'
import { writePdf } from '#main/services/report-files/pdf.ts'
import { writePicture } from '#main/services/report-files/pictures.ts'
import { previewReport } from '#main/services/report-files/preview.ts'
import { barsChart, brief, documentOf, longTable } from '#tests/support/report-documents.ts'
import { type Spread, sample, spreadOf } from './measure.ts'

type ReportPagesFigures = {
  preview: { firstMs: number; again: Spread }
  brief: { firstMs: number; again: Spread; kilobytes: number }
  picture: Spread
  long: { rows: number; seconds: number; megabytes: number; grownMb: number; waits: Spread }
}

/** A brief of two pages and a table of so many rows: laid out and written, nothing asked of a store. */
async function runReportPagesScenario(rows: number): Promise<ReportPagesFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-bench-'))
  const path = join(folder, 'report')
  const print = (document: ReportDocument): Promise<void> =>
    writePdf({ document, path, checksum: 'ab'.repeat(32), signal: new AbortController().signal })
  const draw = (): Promise<void> =>
    writePicture({
      chart: barsChart,
      title: '',
      format: 'png',
      width: 1600,
      height: 900,
      language: 'ru',
      path,
    })
  try {
    const [previewFirst = 0] = await sample(1, async () => previewReport(brief(), 1))
    const previewAgain = spreadOf(await sample(15, async () => previewReport(brief(), 1)))
    const [briefFirst = 0] = await sample(1, () => print(brief()))
    const briefAgain = spreadOf(await sample(15, () => print(brief())))
    const kilobytes = statSync(path).size / 1024
    await draw()
    const picture = spreadOf(await sample(5, draw))
    const document = documentOf([{ kind: 'table', id: 't', title: 'Ресурсы', table: longTable(rows) }])
    const long = await watched(() => print(document))
    return {
      preview: { firstMs: previewFirst, again: previewAgain },
      brief: { firstMs: briefFirst, again: briefAgain, kilobytes },
      picture,
      long: { rows, ...long, megabytes: statSync(path).size / 1e6 },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How long it took, how long others had to wait meanwhile, and how much memory it held at most. */
async function watched(
  work: () => Promise<void>,
): Promise<{ seconds: number; grownMb: number; waits: Spread }> {
  const waits: number[] = []
  const before = process.memoryUsage.rss()
  const from = performance.now()
  let highest = before
  let due = from + 20
  const timer = setInterval(() => {
    const now = performance.now()
    waits.push(Math.max(0, now - due))
    due = now + 20
    highest = Math.max(highest, process.memoryUsage.rss())
  }, 20)
  await work()
  clearInterval(timer)
  return {
    seconds: (performance.now() - from) / 1000,
    grownMb: (highest - before) / 1e6,
    waits: spreadOf(waits),
  }
}

// Run while it is being imported: once that is over, Vite's runner loads no module more, and pdfkit is loaded by the first report.
export const reportPages = await runReportPagesScenario(Number(process.env.ROWS ?? 100_000))
