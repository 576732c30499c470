import { and, eq, inArray } from 'drizzle-orm'
import { fromFemtos, ratio } from '#main/core/money/money.ts'
import { type Compared, changeOf, joinCompared, topMovers, topSpenders } from '#main/core/rules/ranking.ts'
import type { LedgerRow } from '#main/ports/ledger.ts'
import { resources } from '#main/store/schema/inventory.ts'
import type { Comparison, SpenderKind, SpenderView } from '#shared/contract/dashboard.ts'
import type { MoneyView, Period } from '#shared/contract/values.ts'
import type { Day } from '#shared/lib/day.ts'
import { comparisonOf, readCoverage } from './coverage.ts'
import { changeRatio, moneyView, totalsBy } from './figures.ts'
import { connectionNames } from './inventory.ts'
import type { Scope } from './scope.ts'

type RankInput = { period: Period; by: SpenderKind; limit: number }

/** Who costs most. Items and rest add up to the total; costs that belong to no resource stand under the empty key. */
export function listSpenders(
  scope: Scope,
  { period, by, limit }: RankInput,
): { items: SpenderView[]; rest: MoneyView; total: MoneyView } {
  const entries = readCompared(scope, period, by)
  const total = entries.reduce((sum, entry) => sum + entry.femtos, 0n)
  const { items, rest } = topSpenders(entries, limit)
  return {
    items: views(scope, { period, by }, items, total),
    rest: moneyView(rest, scope.currency),
    total: moneyView(total, scope.currency),
  }
}

/** What changed most against the compared period, up or down. */
export function listMovers(
  scope: Scope,
  { period, by, limit }: RankInput,
): { items: SpenderView[]; totalChange: MoneyView; comparison: Comparison } {
  const entries = readCompared(scope, period, by)
  const total = entries.reduce((sum, entry) => sum + entry.femtos, 0n)
  const change = entries.reduce((sum, entry) => sum + changeOf(entry), 0n)
  return {
    items: views(scope, { period, by }, topMovers(entries, limit), total),
    totalChange: moneyView(change, scope.currency),
    comparison: comparisonOf(scope, readCoverage(scope), period),
  }
}

function readCompared(scope: Scope, period: Period, by: SpenderKind): Compared[] {
  const { ledger, workspaceId, currency } = scope
  const ask = (from: Day, to: Day): Map<string, bigint> => {
    const question = { workspaceId, from, to, metric: 'billed' } as const
    if (by !== 'resource') return totalsBy(ledger.aggregate({ ...question, groupBy: [by] }), currency)
    return totalsBy(ledger.aggregate({ ...question, groupBy: billedThings }).map(asOneKey), currency)
  }
  return joinCompared(ask(period.from, period.to), ask(period.compareFrom, period.compareTo))
}

/** The inventory's number where it has one; else the provider's own, as the bill names it. */
const billedThings = ['resource', 'connection', 'resourceRef'] as const

function asOneKey(row: LedgerRow): LedgerRow {
  const [id, connectionId, ref] = row.keys
  return { ...row, keys: [id ?? (ref ? `${REF}${connectionId}:${ref}` : null)] }
}

const REF = 'ref:'

/** What stands in such a key; null for any other. */
function refIn(key: string): { connectionId: string; resourceRef: string } | null {
  if (!key.startsWith(REF)) return null
  const at = key.indexOf(':', REF.length)
  return { connectionId: key.slice(REF.length, at), resourceRef: key.slice(at + 1) }
}

function views(
  scope: Scope,
  { period, by }: Pick<RankInput, 'period' | 'by'>,
  entries: readonly Compared[],
  total: bigint,
): SpenderView[] {
  const isComparable = comparisonOf(scope, readCoverage(scope), period) === 'whole'
  const { currency } = scope
  const titleOf = titles(scope, { period, by }, entries)
  return entries.map((entry) => ({
    key: entry.key,
    ...titleOf(entry.key),
    amount: moneyView(entry.femtos, currency),
    before: moneyView(entry.before, currency),
    change: moneyView(changeOf(entry), currency),
    changeRatio: isComparable ? changeRatio(changeOf(entry), entry.before, currency) : null,
    share: ratio(fromFemtos(entry.femtos, currency), fromFemtos(total, currency)),
  }))
}

type Title = Pick<SpenderView, 'label' | 'context' | 'provider' | 'lines'>

function titles(
  scope: Scope,
  { period, by }: Pick<RankInput, 'period' | 'by'>,
  entries: readonly Compared[],
): (key: string) => Title {
  const plain = (key: string): Title => ({ label: key, context: null, provider: null, lines: null })
  if (by === 'service') return plain
  const names = connectionNames(scope)
  if (by === 'connection') {
    return (key) => {
      const found = names.get(key)
      if (!found) return plain(key)
      const { name, provider, source } = found
      const lines = source === 'files' ? { connectionId: key, resourceRef: null } : null
      return { label: name, context: provider, provider, lines }
    }
  }
  const ids = entries.map((entry) => Number(entry.key)).filter((id) => id > 0)
  const rows = scope.db
    .select({ id: resources.id, name: resources.name, connectionId: resources.connectionId })
    .from(resources)
    .where(and(eq(resources.workspaceId, scope.workspaceId), inArray(resources.id, ids)))
    .all()
  const byKey = new Map(rows.map((row) => [String(row.id), row]))
  return (key) => {
    const lines = refIn(key)
    if (lines) {
      const { name = null, provider = null } = names.get(lines.connectionId) ?? {}
      return { label: nameInBill(scope, period, lines), context: name, provider, lines }
    }
    const found = byKey.get(key)
    const connection = found ? names.get(found.connectionId) : undefined
    if (!found) return plain(key)
    const { name = null, provider = null } = connection ?? {}
    return { label: found.name, context: name, provider, lines: null }
  }
}

/** As a line of it says; its number where none does. */
function nameInBill(
  { ledger, workspaceId }: Scope,
  { from, to }: Period,
  { connectionId, resourceRef }: { connectionId: string; resourceRef: string },
): string {
  const filter = { connectionIds: [connectionId], resourceRefs: [resourceRef] }
  const span = { workspaceId, from, to, filter }
  const { items } = ledger.page({ ...span, sort: 'day', isDescending: true, offset: 0, limit: 1 })
  return items[0]?.key.resourceName ?? resourceRef
}
