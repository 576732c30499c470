import { createHash } from 'node:crypto'
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { plainKeyFields } from '#main/core/ledger/key-columns.ts'
import { canonical } from '#main/core/model/resource.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { chargeKeys } from '../schema/costs.ts'
import { resourceAliases, resources } from '../schema/inventory.ts'
import { assertOwnConnection } from './own-connection.ts'
import { slots } from './slots.ts'

/** What a line of a bill shares with others. The link to the inventory is found when it is not given. */
export type ChargeKey = Omit<typeof chargeKeys.$inferInsert, 'id' | 'workspaceId' | 'hash'>

/** In the order in which they were hashed from the first: another order would make every key a new one. */
const IDENTITY = ['connectionId', ...plainKeyFields, 'tags'] as const satisfies readonly (keyof ChargeKey)[]

const COLUMNS = ['workspaceId', 'hash', ...IDENTITY, 'resourceId'] as const

export const hashOfKey = (key: ChargeKey): string =>
  createHash('sha256')
    .update(canonical(IDENTITY.map((name) => key[name] ?? null)))
    .digest('base64url')

/** Gives each key its number: known ones by hash, new ones by insertion. Remembers both for the lines that follow. */
export function createKeyring(db: WritableDb, workspaceId: string) {
  // Weak: a sync makes a key for every line, and they must not outlive it.
  const byObject = new WeakMap<ChargeKey, number>()
  const byHash = new Map<string, number>()
  const checked = new Set<string>()

  const find = db
    .select({ id: chargeKeys.id })
    .from(chargeKeys)
    .where(and(eq(chargeKeys.workspaceId, workspaceId), eq(chargeKeys.hash, sql.placeholder('hash'))))
    .prepare()
  const insert = db.insert(chargeKeys).values(slots(COLUMNS)).returning({ id: chargeKeys.id }).prepare()
  const findResource = (key: ChargeKey): number | null =>
    db.get<{ id: number | null }>(
      sql`select ${resourceOf(sql`${key.connectionId}`, sql`${key.resourceRef}`)} as id`,
    ).id

  function add(key: ChargeKey, hash: string): number {
    if (!checked.has(key.connectionId)) {
      assertOwnConnection(db, workspaceId, key.connectionId)
      checked.add(key.connectionId)
    }
    // Null, and not left out: whoever writes will join the keys to the inventory when it is there.
    const resourceId =
      key.resourceId === undefined && key.resourceRef ? findResource(key) : (key.resourceId ?? null)
    const values = Object.fromEntries(IDENTITY.map((name) => [name, key[name] ?? null]))
    return insert.get({ ...values, workspaceId, hash, resourceId }).id
  }

  return {
    idOf(key: ChargeKey): number {
      const known = byObject.get(key)
      if (known !== undefined) return known
      const hash = hashOfKey(key)
      const id = byHash.get(hash) ?? find.get({ hash })?.id ?? add(key, hash)
      byHash.set(hash, id)
      byObject.set(key, id)
      return id
    },
  }
}

/** The resource that a number of the bill means: the server that a volume was merged into comes before the volume's own. */
const resourceOf = (connectionId: SQL, ref: SQL): SQL => sql`coalesce(
  (select ${resourceAliases.resourceId} from ${resourceAliases}
   where ${resourceAliases.connectionId} = ${connectionId} and ${resourceAliases.externalId} = ${ref}),
  (select ${resources.id} from ${resources}
   where ${resources.connectionId} = ${connectionId} and ${resources.externalId} = ${ref}))`

/**
 * Bills may come before the inventory that they speak of, and volumes move: joins keys to the resources of now. With
 * `between` only a part of the keys, by their numbers, for whoever must not hold others up.
 */
export function linkKeysToResources(
  db: WritableDb,
  connectionId: string,
  between?: { from: number; to: number },
): void {
  const meant = resourceOf(sql`${chargeKeys.connectionId}`, sql`${chargeKeys.resourceRef}`)
  db.update(chargeKeys)
    .set({ resourceId: meant })
    .where(
      and(
        eq(chargeKeys.connectionId, connectionId),
        isNotNull(chargeKeys.resourceRef),
        sql`${chargeKeys.resourceId} is not ${meant}`,
        between ? sql`${chargeKeys.id} between ${between.from} and ${between.to}` : undefined,
      ),
    )
    .run()
}

/** The numbers between which a connection's keys lie; null where it has none. */
export function keySpan(db: ReadableDb, connectionId: string): { from: number; to: number } | null {
  const row = db.get<{ from: number | null; to: number | null }>(
    sql`select min(${chargeKeys.id}) as "from", max(${chargeKeys.id}) as "to" from ${chargeKeys}
      where ${chargeKeys.connectionId} = ${connectionId}`,
  )
  return row.from === null || row.to === null ? null : { from: row.from, to: row.to }
}
