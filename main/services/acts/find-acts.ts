import type { ActDocument, DocumentLine } from '#main/core/acts/document.ts'
import { isSameCompany } from '#main/core/acts/match-payment.ts'
import type { ActWithLines } from '#main/queries/acts.query.ts'
import type { ActKind, ActLine, ActView } from '#shared/contract/acts.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'

/** An act and an invoice of one number are two documents; an act and a УПД of one number are one. */
const classOf = (kind: ActKind): string => (kind === 'upd' ? 'act' : kind)

type Told = Pick<ActDocument, 'kind' | 'number' | 'day' | 'supplier'>

/** Numbers begin anew every year, so that the day belongs to the name of a document. */
export const sameDocument = <A extends ActView>(acts: readonly A[], told: Told): A | undefined =>
  acts.find(
    (act) =>
      classOf(act.kind) === classOf(told.kind) &&
      act.number === told.number &&
      act.day === told.day &&
      isSameCompany(act.supplier, told.supplier),
  )

/** What a correction speaks of: by its number, the latest before it. */
export const correctedBy = <A extends ActView>(
  acts: readonly A[],
  { number, day, supplier }: Pick<Told, 'number' | 'day' | 'supplier'>,
): A | undefined =>
  acts
    .filter(
      (act) =>
        act.kind !== 'correction' &&
        act.number === number &&
        act.day <= day &&
        isSameCompany(act.supplier, supplier),
    )
    .sort((a, b) => (a.day < b.day ? 1 : -1))[0]

export const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n

export const toDocumentLine = ({ without, vat, total, ...line }: ActLine): DocumentLine => ({
  ...line,
  without: femtos(without),
  vat: femtos(vat),
  total: femtos(total),
})

/** The sums of an act as its corrections have left them. */
export function standing(act: ActWithLines, corrections: readonly ActView[]) {
  const sum = (of: 'without' | 'vat' | 'total'): bigint =>
    [act, ...corrections].reduce((all, one) => all + femtos(one[of]), 0n)
  return {
    without: sum('without'),
    vat: sum('vat'),
    total: sum('total'),
    lines: corrections.length === 0 ? act.lines.map(toDocumentLine) : [],
  }
}
