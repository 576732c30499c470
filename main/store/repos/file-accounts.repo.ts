import { and, eq, isNull } from 'drizzle-orm'
import { sameName } from '#main/core/rules/connection-state.ts'
import type { Provider } from '#shared/contract/values.ts'
import { providerName } from '#shared/texts/providers.ts'
import type { WritableDb } from '../db.ts'
import { connections } from '../schema/inventory.ts'

type Account = { provider: Provider; accountRef: string; accountName: string | null }

/**
 * The connection that an account of a file belongs to: the one that stands for it already, an archived one included, or
 * a new one that is known from files alone. Until a file of its own is committed it is `new`, and nothing shows it.
 */
export function connectionForFile(
  db: WritableDb,
  workspaceId: string,
  { provider, accountRef, accountName }: Account,
  ids: { next(): string },
  nowMs: number,
): string {
  const taken = db
    .select({
      id: connections.id,
      provider: connections.provider,
      accountRef: connections.accountRef,
      name: connections.name,
    })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs)))
    .all()
  const known = taken.find((row) => row.provider === provider && row.accountRef === accountRef)
  if (known) return known.id
  const id = ids.next()
  const isFree = (name: string): boolean => !taken.some((row) => sameName(row.name, name))
  db.insert(connections)
    .values({
      id,
      workspaceId,
      provider,
      accountRef,
      name: freeName(accountName?.trim() || `${providerName(provider, 'ru')} ${accountRef}`, isFree),
      status: 'new',
      source: 'files',
      config: {},
      addedAtMs: nowMs,
    })
    .run()
  return id
}

const MOST = 100

function freeName(wanted: string, isFree: (name: string) => boolean): string {
  const name = wanted.slice(0, MOST)
  if (isFree(name)) return name
  for (let n = 2; ; n += 1) if (isFree(`${name} (${n})`)) return `${name} (${n})`
}
