import { eq } from 'drizzle-orm'
import { customColumns } from '#main/core/focus/custom-columns.ts'
import { createFocusRows } from '#main/core/focus/row.ts'
import type { LedgerLine } from '#main/ports/ledger.ts'
import { connections } from '#main/store/schema/inventory.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import { spanOf } from './ledger-span.ts'
import type { Scope } from './scope.ts'

/** Lines as they are kept, by the names of the newest FOCUS. */
export function listLines(
  scope: Scope,
  { filter, sort, isDescending, offset, limit }: ParsedInput<'ledger.listLines'>,
): CallOutput<'ledger.listLines'> {
  const { items, total } = scope.ledger.page({
    ...spanOf(scope, filter),
    sort,
    isDescending,
    offset,
    limit,
  })
  const accounts = readAccounts(scope)
  const rowOf = createFocusRows('1.4')
  const view = (line: LedgerLine): LedgerLineView => ({
    id: line.id,
    day: line.day,
    connectionId: line.connectionId,
    columns: {
      ...present(rowOf(line, accounts.get(line.connectionId) ?? { name: '', accountRef: '' })),
      ...extraOf(line),
    },
    importId: line.importId,
    sourceLine: line.sourceLine,
  })
  return { items: items.map(view), total }
}

const present = (row: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).filter((entry): entry is [string, string] => entry[1] !== null))

function extraOf({ detail }: LedgerLine): Record<string, string> {
  const extra = detail?.extra
  if (!extra) return {}
  const names = customColumns(Object.keys(extra))
  return Object.fromEntries(Object.entries(extra).map(([name, value]) => [names.get(name) ?? name, value]))
}

const readAccounts = ({ db, workspaceId }: Scope) =>
  new Map(
    db
      .select({ id: connections.id, name: connections.name, accountRef: connections.accountRef })
      .from(connections)
      .where(eq(connections.workspaceId, workspaceId))
      .all()
      .map(({ id, ...account }) => [id, account]),
  )
