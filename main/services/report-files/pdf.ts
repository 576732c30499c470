import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { ReportDocument } from '#main/core/report/document.ts'
import { type Laid, layoutSteps } from '#main/core/report/layout/layout-report.ts'
import { chartOps } from './chart-ops.ts'
import { paperFonts } from './fonts.ts'
import { openFonts } from './pdf-font.ts'
import { drawPage } from './pdf-page.ts'

type PdfJob = {
  document: ReportDocument
  path: string
  /** SHA-256 of the data, printed under every page. */
  checksum: string
  signal: AbortSignal
}

const OTHERS_WAIT_MS = 15
const UNWRITTEN_BYTES = 1 << 20
/** Few pages need no list of what is on them. */
const PAGES_WITH_OUTLINE = 4

/**
 * The report as a PDF: text that can be selected, both fonts embedded as far as they are used, charts of vectors. The same
 * document gives the same bytes. Pages go to disk as they are made; whoever else has to do something gets a turn.
 */
export async function writePdf({ document, path, checksum, signal }: PdfJob): Promise<void> {
  signal.throwIfAborted()
  const pause = breather(signal)
  const laid = await lay(document, checksum, pause)
  const pdf = await openPdf(document)
  const written = pipeline(pdf, createWriteStream(path), { signal })
  let failure: unknown = null
  written.catch((error) => {
    failure ??= error
  })
  try {
    const fonts = openFonts(pdf)
    let number = 0
    for (const page of laid.pages()) {
      number += 1
      pdf.addPage({ size: [page.width, page.height], margin: 0 })
      for (const font of Object.values(fonts)) pdf.page.fonts[font.id] = font.ref()
      drawPage(pdf, page.ops, fonts)
      if (laid.pageCount >= PAGES_WITH_OUTLINE) addMarks(pdf, laid, number, page.width)
      await pause()
      while (pdf.readableLength > UNWRITTEN_BYTES && failure === null) await setImmediate()
      if (failure !== null) throw failure
    }
    pdf.end()
    await written
  } catch (error) {
    pdf.destroy()
    await written.catch(() => undefined)
    await rm(path, { force: true }).catch(() => undefined)
    signal.throwIfAborted()
    throw failure ?? error
  }
}

async function lay(document: ReportDocument, checksum: string, pause: () => Promise<void>): Promise<Laid> {
  const { measure, visible } = paperFonts()
  const tools = { measure, visible, chartOps }
  const steps = layoutSteps(document, tools, { language: document.language, checksum })
  let step = steps.next()
  while (!step.done) {
    await pause()
    step = steps.next()
  }
  return step.value
}

/** Waits a turn once it has been long since the last. */
function breather(signal: AbortSignal): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < OTHERS_WAIT_MS) return
    await setImmediate()
    signal.throwIfAborted()
    since = performance.now()
  }
}

/** pdfkit and its reader of fonts are loaded by the first report only. */
async function openPdf(document: ReportDocument): Promise<PDFKit.PDFDocument> {
  const { default: PdfDocument } = await import('pdfkit')
  const madeAt = new Date(document.asOfMs)
  const pdf = new PdfDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: document.language === 'ru' ? 'ru-RU' : 'en-US',
    displayTitle: true,
    // Else it looks for Helvetica, which has no Cyrillic and no place in the bundle.
    font: null as unknown as string,
    info: {
      Title: document.title,
      Author: document.organisation,
      Creator: 'InfraZen',
      Producer: 'InfraZen',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  })
  // The same facts once more as XML, into which pdfkit puts a title with its angle brackets as they are.
  return Object.assign(pdf, { endMetadata: () => undefined })
}

/** `left` is counted from the right edge there. */
function addMarks(pdf: PDFKit.PDFDocument, laid: Laid, page: number, left: number): void {
  for (const block of laid.blockPages)
    if (block.page === page && block.title !== '')
      pdf.outline.addItem(block.title, { top: block.top - 12, left } as never)
}
