import { and, desc, eq } from 'drizzle-orm'
import type { Candidate } from '#main/core/reconciliation/causes.ts'
import { withTax } from '#main/core/reconciliation/ladder.ts'
import { closedMonths } from '#main/store/schema/rates.ts'
import { dayInZone } from '#shared/lib/day.ts'
import { roundFemtos } from '#shared/lib/decimal.ts'
import type { Scope } from '../scope.ts'
import { dayEndMs } from './day-end.ts'
import { type Figures, placesOf } from './figures.ts'

const MOST_LINES = 200

/** What came into the ledger after the act was made out, or after the month was closed. */
export function lateCandidates(scope: Scope, figures: Figures): Candidate[] {
  const since: { atMs: number; facts: Candidate['facts'] }[] = []
  if (figures.act)
    since.push({
      atMs: dayEndMs(figures.act.day, scope.timeZone) - 1,
      facts: { since: 'act', day: figures.act.day },
    })
  const closedAtMs = lastClosing(scope, figures.month)
  if (closedAtMs !== null)
    since.push({ atMs: closedAtMs, facts: { since: 'close', day: dayInZone(closedAtMs, scope.timeZone) } })
  return since.filter(({ atMs }) => atMs < scope.nowMs).map((one) => candidateSince(scope, figures, one))
}

function candidateSince(
  scope: Scope,
  figures: Figures,
  { atMs, facts }: { atMs: number; facts: Candidate['facts'] },
): Candidate {
  const { connectionId, month, currency, terms } = figures
  const { workspaceId } = scope
  const told = scope.ledger.differ({ workspaceId, since: { atMs }, connectionId, month })
  const change = told.months
    .filter((one) => one.currency === currency)
    .reduce((sum, one) => sum + one.added.femtos + one.corrected.femtos + one.withdrawn.femtos, 0n)
  const own = told.lines.filter((line) => line.currency === currency)
  const lines = own.slice(0, MOST_LINES).map((line) => ({
    day: line.day,
    name: line.sku ?? line.service,
    amount: withTax((line.after ?? 0n) - (line.before ?? 0n), line.day, terms),
    note: line.resource,
  }))
  const first = figures.days[0]?.day
  const taxed = first === undefined ? change : withTax(change, first, terms)
  return {
    ...{
      kind: 'lateRows',
      amount: -roundFemtos(taxed, placesOf(figures)),
      isSure: true,
      facts,
      group: 'late',
    },
    ...{ lines, linesTotal: own.length },
  }
}

const lastClosing = ({ db, workspaceId }: Scope, month: string): number | null =>
  db
    .select({ atMs: closedMonths.closedAtMs })
    .from(closedMonths)
    .where(and(eq(closedMonths.workspaceId, workspaceId), eq(closedMonths.month, month)))
    .orderBy(desc(closedMonths.id))
    .limit(1)
    .get()?.atMs ?? null
