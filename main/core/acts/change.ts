import type { ActDocument, DocumentLine } from './document.ts'
import { rateOf } from './vat-rate.ts'

type Sums = Pick<ActDocument, 'without' | 'vat' | 'total'>

/** What a document that replaces another whole changes, against the sums that stood so far. */
export function changeOf(
  document: ActDocument,
  stood: Sums & { lines: readonly DocumentLine[] },
): Pick<ActDocument, 'without' | 'vat' | 'total' | 'rate' | 'lines'> {
  const sums = minus(document, stood)
  const lines = linesOf(document.lines, stood.lines)
  const isWhole = lines !== null && lines.reduce((all, { total }) => all + total, 0n) === sums.total
  const [first] = document.lines
  const whole = {
    name: first?.name ?? document.number,
    quantity: null,
    unit: null,
    rate: document.rate,
    ...sums,
  }
  return { ...sums, rate: rateOf(document.lines, document), lines: isWhole ? lines : [whole] }
}

/** Line by line, where they are the same lines. */
function linesOf(now: readonly DocumentLine[], then: readonly DocumentLine[]): DocumentLine[] | null {
  if (now.length !== then.length) return null
  const changed: DocumentLine[] = []
  for (const [at, line] of now.entries()) {
    const before = then[at]
    if (before?.name !== line.name) return null
    const sums = minus(line, before)
    if (sums.total !== 0n || sums.vat !== 0n) changed.push({ ...line, quantity: null, ...sums })
  }
  return changed
}

const minus = (a: Sums, b: Sums): Sums => ({
  without: a.without - b.without,
  vat: a.vat - b.vat,
  total: a.total - b.total,
})
