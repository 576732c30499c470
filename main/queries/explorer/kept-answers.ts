import { getTableName } from 'drizzle-orm'
import { hierarchies, unitSeries, unitValues, virtualTags } from '#main/store/schema/allocation.ts'
import { chargeKeys, dailyCosts } from '#main/store/schema/costs.ts'
import { connections, resourceAliases, resources, resourceTags } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'
import { workspaces } from '#main/store/schema/people.ts'
import { actRates, closedMonths, currencyRates } from '#main/store/schema/rates.ts'
import { vatTerms } from '#main/store/schema/views.ts'
import { createPerWorkspace, lastUsed } from '../kept.ts'
import type { Scope } from '../scope.ts'
import { type Answer, answerOf } from './answer.ts'
import { idOf, type Question } from './question.ts'
import { type Table, tableOf } from './table.ts'

/** All that an answer is made from. */
export const answerTables = [
  ...[chargeKeys, dailyCosts, parcelDays, connections],
  ...[resources, resourceAliases, resourceTags, resourceOverrides],
  ...[virtualTags, hierarchies, unitSeries, unitValues],
  ...[workspaces, currencyRates, actRates, closedMonths, vatTerms],
].map(getTableName)

/** A person goes back and forth between the last few views; an answer of a hundred thousand rows is large. */
const MOST = 4

export type Kept = { answer: Answer; table: Table }

const keptOf = createPerWorkspace(() => new Map<string, Kept & { at: number }>())

/** The answer to a view: worked out once for the chart, the table and each window of it, until something changes. */
export function keptAnswer(scope: Scope, question: Question): Kept {
  const at = scope.revision.of(answerTables)
  const all = keptOf(scope)
  for (const [id, kept] of all) if (kept.at !== at) all.delete(id)
  const make = () => {
    const answer = answerOf(scope, question)
    return { at, answer, table: tableOf(answer) }
  }
  return lastUsed(all, `${scope.today} ${scope.rateRule ?? ''} ${idOf(question)}`, MOST, make)
}
