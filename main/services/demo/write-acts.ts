import type { DemoAct, DemoPayment } from '#main/core/demo/acts.ts'
import type { DemoFigures } from '#main/core/demo/generator.ts'
import { midnightMs } from '#main/core/demo/timeline.ts'
import type { WritableDb } from '#main/store/db.ts'
import { removeActSuppliersOf } from '#main/store/repos/act-suppliers.repo.ts'
import { insertActs, removeActsOf } from '#main/store/repos/acts.repo.ts'
import { insertPayments, removePaymentsOf } from '#main/store/repos/payments.repo.ts'
import { addDays } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { idFor } from './ids.ts'

type Owner = { workspaceId: string; userId: string }

/** Tells what was invented from what a person has added. */
const MARK = 'demo '

/** The invented documents and payments, in the place of those before; a person's own stay. */
export function writeActs(
  db: WritableDb,
  owner: Owner,
  { acts, payments }: Pick<DemoFigures, 'acts' | 'payments'>,
): void {
  removePaymentsOf(db, owner.workspaceId, MARK)
  removeActsOf(db, owner.workspaceId, MARK)
  insertActs(
    db,
    acts.map((act) => actRow(owner, act)),
  )
  insertPayments(
    db,
    payments.map((payment) => paymentRow(owner, payment)),
  )
}

/** All of them, and what was said of suppliers. */
export function removeActs(db: WritableDb, workspaceId: string): void {
  removePaymentsOf(db, workspaceId)
  removeActSuppliersOf(db, workspaceId)
  removeActsOf(db, workspaceId)
}

const actId = (workspaceId: string, key: string): string => idFor(workspaceId, `act-${key}`)

function actRow({ workspaceId, userId }: Owner, act: DemoAct) {
  const { key, connection, lines, ...told } = act
  const sum = (of: 'without' | 'vat' | 'total'): string =>
    formatDecimal(lines.reduce((all, line) => all + line[of], 0n))
  const fileName = `${act.kind === 'upd' ? 'УПД' : 'Акт'} ${act.number.replace('/', '-')}.xml`
  return {
    row: {
      ...{ id: actId(workspaceId, key), workspaceId, userId, ...told, doubts: [], note: null },
      ...{ without: sum('without'), vat: sum('vat'), total: sum('total'), currency: 'RUB' as const },
      connectionId: idFor(workspaceId, connection),
      source: { kind: 'xml' as const, fileName, bytes: 4096 + 512 * lines.length },
      hash: `${MARK}${key}`,
      addedAtMs: midnightMs(addDays(act.day, 1)) + NOON_MS,
    },
    lines: lines.map(({ without, vat, total, ...line }) => ({
      ...line,
      without: formatDecimal(without),
      vat: formatDecimal(vat),
      total: formatDecimal(total),
    })),
  }
}

const NOON_MS = 12 * 3_600_000

function paymentRow({ workspaceId }: Owner, payment: DemoPayment) {
  const { key, act, amount, ...told } = payment
  return {
    ...{ id: idFor(workspaceId, `payment-${key}`), workspaceId, ...told, currency: 'RUB' as const },
    amount: formatDecimal(amount),
    actId: act === null ? null : actId(workspaceId, act),
    matchedBy: act === null ? null : ('number' as const),
    fileName: `Выписка ${payment.day.slice(0, 7)}.txt`,
    hash: `${MARK}${key}`,
    addedAtMs: midnightMs(payment.day) + NOON_MS,
  }
}
