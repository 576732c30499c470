import type { Scope } from '#main/queries/scope.ts'
import type { AccountHere } from '#main/queries/transfers.query.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import type { PartToWrite } from './write-parcel.ts'

/** Each account's chosen months that have lines, with what reads them; `account`: its place among `accounts`. */
export function partsToWrite(
  { ledger, workspaceId, today }: Pick<Scope, 'ledger' | 'workspaceId' | 'today'>,
  accounts: readonly AccountHere[],
  months: readonly string[],
): { parts: PartToWrite[]; total: number } {
  let total = 0
  const parts = months.flatMap((month) => {
    const from = `${month}-01` as Day
    const to = lastOfMonth(from)
    const rows = ledger.aggregate({
      workspaceId,
      from,
      to,
      metric: 'billed',
      groupBy: ['connection', 'day'],
    })
    return [...Map.groupBy(rows, ({ keys }) => keys[0])].flatMap(([connectionId, of]): PartToWrite[] => {
      const account = accounts.findIndex(({ id }) => id === connectionId)
      if (account < 0 || !connectionId) return []
      total += of.reduce((sum, { lines }) => sum + lines, 0)
      const lastDay = of
        .map(({ keys }) => keys[1] as Day)
        .sort()
        .at(-1)
      const span = { workspaceId, from, to, filter: { connectionIds: [connectionId] } }
      const until = to < today ? to : (lastDay ?? to)
      return [{ account, month, until, lines: ledger.lines(span) }]
    })
  })
  // Lines of an account share their keys, which are then looked up once.
  return { parts: parts.sort((one, other) => one.account - other.account), total }
}
