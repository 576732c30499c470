import { listBudgets } from '#main/queries/budgets.query.ts'
import type { budgets } from '#shared/contract/budgets.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const budgetsHandlers = ({ scopeOf }: Parts): HandlersOf<typeof budgets> => ({
  'budgets.list': (_, { session }) => listBudgets(scopeOf(session)),
})
