import { eq } from 'drizzle-orm'
import { oneCMappings } from '#main/store/schema/acts.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { knownThings } from './explorer/known-things.ts'
import type { Scope } from './scope.ts'

type View = CallOutput<'oneC.getMapping'>
type Account = Omit<View['accounts'][number], 'connectionId' | 'name' | 'supplier'>
type Part = Omit<View['parts'][number], 'key' | 'name' | 'isMapped'>

/** What 1C calls what we have, as far as somebody has said. */
export type OneCMapping = {
  defaults: View['defaults']
  splitBy: CostDimension | null
  accounts: ReadonlyMap<string, Account>
  /** Of the dimension that postings are split by, by value; an empty one is what has none. */
  parts: ReadonlyMap<string, Part>
}

export const partKey = (splitBy: string, value: string): string => `${splitBy}\n${value}`

const USUAL = { costAccount: '26', item: '', article: '', project: '' }
const NO_PART: Part = { department: '', costAccount: '', article: '', project: '' }

/** A tag or a level that is gone splits nothing any more. */
export function readOneCMapping(scope: Scope): OneCMapping {
  const rows = scope.db
    .select()
    .from(oneCMappings)
    .where(eq(oneCMappings.workspaceId, scope.workspaceId))
    .all()
  const said = rows.find(({ kind }) => kind === 'defaults')?.value ?? {}
  const { splitBy: kept = null, ...defaults } = said
  const dimension = kept as CostDimension | null
  const splitBy = dimension !== null && knownThings(scope).isThere(dimension) ? dimension : null
  const of = (kind: 'account' | 'part') => rows.filter((row) => row.kind === kind)
  return {
    defaults: { ...USUAL, ...texts(defaults) },
    splitBy,
    accounts: new Map(
      of('account').map(({ key, value }) => [
        key,
        { counterparty: '', contract: '', item: '', ...texts(value) },
      ]),
    ),
    parts: new Map(
      of('part').flatMap(({ key, value }) => {
        const isOwn = splitBy !== null && key.startsWith(partKey(splitBy, ''))
        return isOwn ? [[key.slice(partKey(splitBy, '').length), { ...NO_PART, ...texts(value) }]] : []
      }),
    ),
  }
}

const texts = (value: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([name, text]) => [name, text ?? '']))

export const isPartMapped = (part: Part | undefined): boolean =>
  part !== undefined && (part.department !== '' || part.costAccount !== '')
