import { normalName } from '#main/core/acts/names.ts'
import type { acts } from '#main/store/schema/acts.ts'

type Row = typeof acts.$inferSelect

const supplierOf = ({ supplier }: Row): string => supplier.inn ?? normalName(supplier.name)

/**
 * Some suppliers send an act and an invoice of the same sums. The act (or УПД) counts; by the invoice's id stands the one
 * that it goes with. Two invoices never go with one act.
 */
export function beside(rows: readonly Row[]): Map<string, string> {
  const keyOf = (row: Row): string =>
    [supplierOf(row), row.month, row.currency, row.total, row.vat].join('\u0001')
  const free = Map.groupBy(
    rows.filter(({ kind }) => kind === 'act' || kind === 'upd'),
    keyOf,
  )
  const twins = new Map<string, string>()
  for (const row of rows) {
    if (row.kind !== 'invoice') continue
    const act = free.get(keyOf(row))?.shift()
    if (act) twins.set(row.id, act.id)
  }
  return twins
}

/** Two acts of an account in one month are allowed, and worth a look: the later ones. Rows come by day. */
export function secondOfMonth(rows: readonly Row[], twins: ReadonlyMap<string, string>): Set<string> {
  const seen = new Set<string>()
  const second = new Set<string>()
  for (const { id, connectionId, month, kind } of rows) {
    if (connectionId === null || kind === 'correction' || twins.has(id)) continue
    const key = `${connectionId} ${month}`
    if (seen.has(key)) second.add(id)
    seen.add(key)
  }
  return second
}
