import type { ActView } from '#shared/contract/acts.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import type { ActDocument, DocumentLine } from './document.ts'
import { generalRateOn, isVatOf } from './vat-rate.ts'

type Doubt = ActView['doubts'][number]
type Sums = Pick<ActDocument, 'lines' | 'without' | 'rate' | 'vat' | 'total'>

/** What in a document does not follow from the rest of it. Nothing here keeps it from being taken. */
export function doubtsOf(document: Sums, month: string): Doubt[] {
  const doubts: Doubt[] = []
  if (!addUp(document)) doubts.push('sumsDiffer')
  const parts = document.lines.length > 0 ? document.lines : [document]
  if (!parts.every((part) => isVatOf(part.rate, part))) doubts.push('vatDiffers')
  const general = generalRateOn(lastOfMonth(`${month}-01` as Day))
  const isOther = (rate: DocumentLine['rate']): boolean =>
    (rate === '18' || rate === '20' || rate === '22') && rate !== general
  if (parts.some(({ rate }) => isOther(rate))) doubts.push('rateOfDay')
  return doubts
}

function addUp({ lines, without, vat, total }: Sums): boolean {
  if (without + vat !== total) return false
  if (lines.length === 0) return true
  const sum = (of: 'without' | 'vat' | 'total'): bigint => lines.reduce((all, line) => all + line[of], 0n)
  return sum('without') === without && sum('vat') === vat && sum('total') === total
}
