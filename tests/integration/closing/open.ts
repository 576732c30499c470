import type { Session } from '#main/core/model/session.ts'
import type { Ledger } from '#main/ports/ledger.ts'
import { createWorkedTags } from '#main/queries/allocation/worked-tags.ts'
import { listClosingMonths, readClosing } from '#main/queries/closing.query.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { getOneCMapping, listPostings } from '#main/queries/one-c.query.ts'
import { getReconciliation, listReconciliation } from '#main/queries/reconciliation.query.ts'
import { createExports } from '#main/services/exports/exports.service.ts'
import { createOneC } from '#main/services/one-c/one-c.service.ts'
import { createMonths } from '#main/services/rates/months.service.ts'
import { createReconciliation } from '#main/services/reconciliation/reconciliation.service.ts'
import type { WritableDb } from '#main/store/db.ts'
import { openStore } from '#main/store/open.ts'
import { insertAct } from '#main/store/repos/acts.repo.ts'
import { putRates } from '#main/store/repos/currency-rates.repo.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import { insertPayment } from '#main/store/repos/payments.repo.ts'
import { insertUser } from '#main/store/repos/people.repo.ts'
import type { ActKind, VatRate } from '#shared/contract/acts.ts'
import { contract } from '#shared/contract/index.ts'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, day, daysOf, lastOfMonth } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { type FileLine, fileLine, readParcel } from '#tests/support/parcels.ts'
import { addCompany, addConnection } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { scopeOf } from '../queries/seed.ts'

export const femtos = (text: string): bigint => parseDecimal(text) ?? 0n
const text = formatDecimal

type ActInput = {
  id?: string
  connectionId?: string | null
  kind?: ActKind
  number?: string
  day?: string
  month?: string
  currency?: Currency
  total: string
  vat?: string
  rate?: VatRate
  lines?: { name: string; total: string; vat?: string; rate?: VatRate }[]
}

const sessionOf = (workspaceId: string): Session => ({
  id: 's1',
  userId: 'u1',
  workspaceId,
  role: 'owner',
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
})

/** An organisation with accounts at Selectel (c1), Yandex (c2) and AWS (c3). It is 20 November 2026; October is over. */
export async function openClosing() {
  const ports = testPorts(tempFolder())
  const store = await openStore(ports)
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2', 'yandex')
    addConnection(db, 'w1', 'c3', 'aws')
    addCompany(db, 'w2', 'c9')
    insertUser(db, { id: 'u1', name: 'Анна', passwordHash: null, createdAtMs: 1 })
  })
  const worked = createWorkedTags({
    read: () => store.read,
    live: store.revision,
    revisionOf: store.revision,
    ledger: () => ledger,
  })
  const ledger: Ledger = createSqliteLedger(() => store.read, store.revision, worked)
  const exports = createExports({ ports, emit: () => undefined })
  const scope = (workspaceId = 'w1') => scopeOf(store, ports, workspaceId, { ledger })
  const reconciliation = createReconciliation({ store, ports })
  const oneC = createOneC({ store, exports, scopeOf: ({ workspaceId }) => scope(workspaceId) })
  const months = createMonths({ store, ports })
  const session = sessionOf('w1')
  let made = 0
  const checked = contract['reconciliation.list'].output
  return {
    ...{ ports, store, exports, scope, session, oneC, months },
    other: sessionOf('w2'),
    write: <T>(act: (db: WritableDb) => T): T => store.transaction(act),
    bill(lines: readonly FileLine[], atMs = 1, workspaceId = 'w1'): number {
      return store.transaction((db) => {
        const id = readParcel(db, workspaceId, lines)
        commitParcel(db, id, { mode: 'add', atMs })
        return id
      })
    },
    /** A line on every day of the month. */
    billMonth(
      amountADay: string,
      of: { connectionId?: string; provider?: Provider; month?: string; currency?: string } = {},
    ) {
      const { connectionId = 'c1', provider = 'selectel', month = '2026-10', currency = 'RUB' } = of
      const days = daysOf(`${month}-01` as Day, lastOfMonth(`${month}-01` as Day))
      this.bill(
        days.map((on) =>
          fileLine({ connectionId, day: on, femtos: femtos(amountADay), key: { provider, currency } }),
        ),
      )
    },
    act(input: ActInput): string {
      made += 1
      const { total, vat = '0', rate = '22', lines = [], ...more } = input
      const id = more.id ?? `act${made}`
      const without = text(femtos(total) - femtos(vat))
      store.transaction((db) =>
        insertAct(
          db,
          {
            ...{
              id,
              workspaceId: 'w1',
              connectionId: more.connectionId === undefined ? 'c1' : more.connectionId,
            },
            ...{
              kind: more.kind ?? 'act',
              number: more.number ?? `А-${made}`,
              day: day(more.day ?? '2026-10-31'),
            },
            ...{ month: more.month ?? '2026-10', currency: more.currency ?? 'RUB' },
            ...{ supplier: { name: 'ООО «Облако»', inn: '7700000000', kpp: null }, buyer: null },
            ...{ without, rate, vat, total, doubts: [], hash: id, addedAtMs: made },
            source: { kind: 'typed', fileName: null, bytes: 0 },
          },
          lines.map((line) => {
            const own = { vat: '0', rate, ...line }
            const base = text(femtos(line.total) - femtos(own.vat))
            return { ...own, quantity: null, unit: null, without: base }
          }),
        ),
      )
      return id
    },
    pay(actId: string, amount: string): void {
      made += 1
      store.transaction((db) =>
        insertPayment(db, {
          ...{ id: `p${made}`, workspaceId: 'w1', day: day('2026-11-05'), number: `${made}`, amount },
          ...{ currency: 'RUB', payer: { name: 'Мы', inn: null }, payee: { name: 'Облако', inn: null } },
          ...{
            purpose: '',
            actId,
            matchedBy: 'number',
            fileName: 'bank.txt',
            hash: `p${made}`,
            addedAtMs: 1,
          },
        }),
      )
    },
    /** Roubles for one unit, from that day on. */
    rate: (currency: Currency, from: string, value: string): void =>
      store.transaction((db) =>
        putRates(db, [
          { workspaceId: 'w1', source: 'cbr', currency, day: day(from), nominal: 1, value, atMs: 1 },
        ]),
      ),
    list: (month = '2026-10', of = scope()) => checked.parse(listReconciliation(of, month)),
    ladder(month = '2026-10', connectionId = 'c1'): LadderView {
      const found = this.list(month).items.find((one) => one.connectionId === connectionId)
      if (!found) throw new Error('no such ladder')
      return found
    },
    get: (connectionId = 'c1', month = '2026-10') =>
      contract['reconciliation.get'].output.parse(getReconciliation(scope(), { connectionId, month })),
    sign: (note: string | null = null, connectionId = 'c1', month = '2026-10') =>
      reconciliation.sign(session, scope(), { month, connectionId, note }),
    unsign: (reason = 'ошибка', connectionId = 'c1', month = '2026-10') =>
      reconciliation.unsign(session, scope(), { month, connectionId, reason }),
    closeMonth: (month = '2026-10') => months.close(session, scope(), { month, note: null }),
    closing: (month = '2026-10') => contract['closing.get'].output.parse(readClosing(scope(), month)),
    closingMonths: () => contract['closing.listMonths'].output.parse(listClosingMonths(scope())).items,
    mapping: () => contract['oneC.getMapping'].output.parse(getOneCMapping(scope())),
    postings: (month = '2026-10') => contract['oneC.listPostings'].output.parse(listPostings(scope(), month)),
    async close() {
      await exports.close()
      store.close()
    },
  }
}

export type Opened = Awaited<ReturnType<typeof openClosing>>

export const causesOf = (ladder: LadderView): Record<string, string> =>
  Object.fromEntries(ladder.causes.map(({ kind, amount }) => [kind, amount]))

export const sumOf = (amounts: readonly string[]): string =>
  text(amounts.reduce((sum, one) => sum + femtos(one), 0n))
