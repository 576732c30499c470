import type { Session } from '#main/core/model/session.ts'
import { convert } from '#main/core/rates/convert.ts'
import { ratesToKeep } from '#main/core/rates/freeze.ts'
import type { RateChoice } from '#main/core/rates/rule.ts'
import type { Ports } from '#main/ports/ports.ts'
import { isOver } from '#main/queries/months.query.ts'
import { sumsOfMonth } from '#main/queries/months-sums.ts'
import { closedAmong, readRateChoice } from '#main/queries/rates-choice.ts'
import type { Scope } from '#main/queries/scope.ts'
import { insertClosedMonth, reopenMonth } from '#main/store/repos/closed-months.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'

type Empty = Record<string, never>

export type MonthsService = {
  close(session: Session, scope: Scope, input: ParsedInput<'months.close'>): Empty
  reopen(session: Session, input: ParsedInput<'months.reopen'>): Empty
}

type Parts = {
  store: Store
  ports: Ports
  /** A month has been closed, and that is kept. */
  onClosed?(): void
}

export function createMonths({ store, ports, onClosed }: Parts): MonthsService {
  return {
    /** From then on the month stands at the rule and the rates of this moment. */
    close({ workspaceId, userId }, scope, { month, note }) {
      if (!isOver(scope, month)) throw new AppError('month.notOver', { month })
      const first = `${month}-01` as Day
      store.transaction((db) => {
        if (closedAmong({ db, workspaceId }).has(month)) throw new AppError('month.closed', { month })
        const choice = readRateChoice({ ...scope, db }, { from: first, to: lastOfMonth(first) })
        refuseMissing(scope, month, choice)
        const rates = { rule: choice.rule, rates: ratesToKeep(choice.bookOf(month), month) }
        const closedAtMs = ports.clock.nowMs()
        insertClosedMonth(db, { workspaceId, month, closedAtMs, closedBy: userId, note, rates })
      })
      onClosed?.()
      return {}
    },

    reopen({ workspaceId, userId }, { month, reason }) {
      const said = { reopenedAtMs: ports.clock.nowMs(), reopenedBy: userId, reason }
      if (!store.transaction((db) => reopenMonth(db, { workspaceId, month }, said)))
        throw new AppError('month.notClosed', { month })
      return {}
    },
  }
}

/** A month that cannot be summed up cannot be closed. */
function refuseMissing(scope: Scope, month: string, choice: RateChoice): void {
  const { missing } = convert(sumsOfMonth(scope, month), scope.currency, choice)
  const [first] = missing
  if (!first) return
  const names = [...new Set(missing.map(({ currency }) => currency))].join(', ')
  throw new AppError('rates.missing', { currencies: names, from: first.from, to: first.to })
}
