import type { ReportPage } from '#shared/contract/page-ops.ts'
import type { ReportDocument } from '../document.ts'
import { layoutBlock } from './blocks.ts'
import { type Flow, flowPages, type Mark, type Piece } from './flow.ts'
import { layoutMargins } from './margins.ts'
import { frameOf } from './paper.ts'
import type { Language, LayoutTools } from './tools.ts'

type LayoutOptions = {
  language: Language
  /** SHA-256 of the data; null while it is not known yet: its line is kept free. */
  checksum?: string | null
}

export type Laid = {
  pageCount: number
  /** Made as they are asked for. */
  pages(): Generator<ReportPage>
  /** On which page each block begins, from 1, and how far down. One in several currencies begins several times. */
  blockPages: readonly (Mark & { page: number; top: number })[]
}

/** The pages of a report. Their number is known before the first is drawn: the table is read for it, not kept. */
export function layoutReport(document: ReportDocument, tools: LayoutTools, options: LayoutOptions): Laid {
  const steps = layoutSteps(document, tools, options)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The same, with a breath now and then: a long table must not hold up whoever else waits. */
export function* layoutSteps(
  document: ReportDocument,
  tools: LayoutTools,
  { language, checksum = null }: LayoutOptions,
): Generator<null, Laid> {
  const frame = frameOf(document.orientation)
  const desk = { ...tools, language, frame }
  const margins = layoutMargins(document, checksum, desk)
  const body: Flow = {
    frame,
    top: frame.top + margins.headHeight,
    bottom: frame.bottom - margins.footHeight,
  }
  const blocks = document.blocks.map((block) => layoutBlock(block, desk))
  const pieces = function* (): Generator<Piece> {
    for (const block of blocks) yield* block(body.bottom - body.top)
  }

  let pageCount = 0
  const blockPages: (Mark & { page: number; top: number })[] = []
  const onBlock = (mark: Mark, top: number): void => {
    blockPages.push({ ...mark, page: pageCount + 1, top })
  }
  for (const page of flowPages(pieces(), { ...body, onBlock }, false)) {
    if (page !== null) pageCount += 1
    yield null
  }

  return {
    pageCount,
    blockPages,
    *pages() {
      let number = 0
      for (const pen of flowPages(pieces(), body, true)) {
        if (pen === null) continue
        number += 1
        margins.draw(pen, number, pageCount)
        yield { ...frame.page, ops: pen.ops }
      }
    },
  }
}
