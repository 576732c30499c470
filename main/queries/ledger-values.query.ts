import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { spanOf } from './ledger-span.ts'
import type { Scope } from './scope.ts'

export const countResources = (
  scope: Scope,
  { filter }: ParsedInput<'ledger.countResources'>,
): CallOutput<'ledger.countResources'> => ({ resources: scope.ledger.countResources(spanOf(scope, filter)) })

/** What begins with the words that are sought comes before what has them somewhere. */
export function listLedgerValues(
  { ledger, workspaceId }: Scope,
  { column, tagKey, search, limit }: ParsedInput<'ledger.listValues'>,
): CallOutput<'ledger.listValues'> {
  const wanted = search.toLowerCase()
  const found = ledger
    .values({ workspaceId, column, tagKey })
    .filter((value) => value.toLowerCase().includes(wanted))
  const isFirst = (value: string): boolean => value.toLowerCase().startsWith(wanted)
  const ordered =
    wanted === '' ? found : [...found.filter(isFirst), ...found.filter((value) => !isFirst(value))]
  return { items: ordered.slice(0, limit).map((value) => ({ value, label: value })) }
}
