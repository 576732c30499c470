import { z } from 'zod'
import { query } from './call.ts'
import { dayValue, moneyValue, nothing, ratioValue } from './values.ts'

const budgetView = z.object({
  id: z.string(),
  name: z.string(),
  /** What it covers: nothing named means the whole organisation. */
  scope: z.object({ connectionNames: z.array(z.string()) }),
  month: dayValue,
  limit: moneyValue,
  spent: moneyValue,
  spentRatio: ratioValue,
  forecast: moneyValue.nullable(),
  forecastRatio: ratioValue,
  /** The day on which the run rate reaches the limit, when that day falls within the month. */
  breachDay: dayValue.nullable(),
  status: z.enum(['ok', 'atRisk', 'willExceed', 'exceeded']),
  /** Spend by day of the month so far, for the burn line. */
  daily: z.array(z.object({ day: dayValue, amount: z.string() })),
})
export type BudgetView = z.infer<typeof budgetView>

export const budgets = {
  'budgets.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(budgetView), daysDone: z.number(), daysInMonth: z.number() }),
  }),
}
