import { eq } from 'drizzle-orm'
import { prorated, within } from '#main/core/explorer/bins.ts'
import { fromStored } from '#main/core/money/stored.ts'
import { budgets } from '#main/store/schema/insights.ts'
import { exactText } from '../figures.ts'
import type { Scope } from '../scope.ts'
import type { Question } from './question.ts'
import type { RowBin } from './side.ts'

/** What a view is held against, by bins; null: the budget that it names is gone. */
export type BudgetLines = { of(unit: string): bigint[] | null }

/**
 * A month's limit by its days. Where the view names no budget, those of the whole organisation; where there are none,
 * those of its accounts together.
 */
export function budgetLines(scope: Scope, question: Question, bins: readonly RowBin[]): BudgetLines | null {
  const { spec, period } = question
  if (spec.comparison !== 'budget') return { of: () => null }
  const all = readLimits(scope)
  const named = all.filter(({ id }) => id === spec.budgetId)
  if (spec.budgetId !== null && named.length === 0) return null
  const whole = all.filter(({ connectionIds }) => connectionIds.length === 0)
  return {
    of(unit) {
      const own = (limits: typeof all) => limits.filter(({ currency }) => currency === unit)
      const meant = spec.budgetId !== null ? own(named) : own(whole).length > 0 ? own(whole) : own(all)
      if (meant.length === 0) return null
      const limit = meant.reduce((sum, { limit }) => sum + limit, 0n)
      // Hours of one day share its budget: the day's first bin has it.
      const seen = new Set<string>()
      return bins.map((bin) => {
        if (seen.has(bin.from)) return 0n
        seen.add(bin.from)
        return prorated(limit, within(bin, period))
      })
    },
  }
}

const readLimits = ({ db, workspaceId }: Scope) =>
  db
    .select({
      id: budgets.id,
      connectionIds: budgets.connectionIds,
      currency: budgets.currency,
      micros: exactText(budgets.limitMicros),
      rest: exactText(budgets.limitRest),
    })
    .from(budgets)
    .where(eq(budgets.workspaceId, workspaceId))
    .all()
    .map(({ micros, rest, ...row }) => ({ ...row, limit: fromStored(micros ?? '0', rest ?? '0') }))
