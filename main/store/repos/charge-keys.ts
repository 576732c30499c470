import { hash } from 'node:crypto'
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { ReadableDb, WritableDb } from '../db.ts'
import { chargeKeys } from '../schema/costs.ts'
import { resourceAliases, resources } from '../schema/inventory.ts'
import { assertOwnConnection } from './own-connection.ts'
import { slots } from './slots.ts'

/** What a line of a bill shares with others. The link to the inventory is found when it is not given. */
export type ChargeKey = Omit<typeof chargeKeys.$inferInsert, 'id' | 'workspaceId' | 'hash'>

const IDENTITY = [
  'connectionId',
  'provider',
  'billingAccount',
  'subAccount',
  'serviceCategory',
  'service',
  'region',
  'zone',
  'resourceRef',
  'resourceName',
  'resourceType',
  'sku',
  'skuName',
  'chargeCategory',
  'chargeClass',
  'chargeFrequency',
  'chargeDescription',
  'pricingCategory',
  'pricingUnit',
  'consumedUnit',
  'commitmentId',
  'currency',
  'tags',
] as const satisfies readonly (keyof ChargeKey)[]

const COLUMNS = ['workspaceId', 'hash', ...IDENTITY, 'more', 'resourceId'] as const

/** A key that has no more than the ledger's own columns is known by the same hash as ever. */
export function hashOfKey(key: ChargeKey): string {
  const values: unknown[] = IDENTITY.map((name) => key[name] ?? null)
  values[TAGS] = key.tags ? sorted(key.tags) : null
  if (key.more) values.push(sorted(key.more))
  return hash('sha256', JSON.stringify(values), 'base64url')
}

const TAGS = IDENTITY.indexOf('tags')

/** The canonical form (core/model/resource) of what has no depth, without a call for every value in it. */
const sorted = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

/** Columns of a new key; those that it lacks are null and not left out. */
export const keyValues = (key: ChargeKey): Record<string, unknown> => {
  const values: Record<string, unknown> = { more: key.more ?? null }
  for (const name of IDENTITY) values[name] = key[name] ?? null
  return values
}

export const prepareKeyInsert = (db: WritableDb) =>
  db.insert(chargeKeys).values(slots(COLUMNS)).returning({ id: chargeKeys.id }).prepare()

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
  const insert = prepareKeyInsert(db)
  const findResource = (key: ChargeKey): number | null =>
    db.get<{ id: number | null }>(
      sql`select ${resourceOf(sql`${key.connectionId}`, sql`${key.resourceRef}`)} as id`,
    ).id

  function add(key: ChargeKey, hashed: string): number {
    if (!checked.has(key.connectionId)) {
      assertOwnConnection(db, workspaceId, key.connectionId)
      checked.add(key.connectionId)
    }
    // Null, and not left out: whoever writes will join the keys to the inventory when it is there.
    const resourceId =
      key.resourceId === undefined && key.resourceRef ? findResource(key) : (key.resourceId ?? null)
    return insert.get({ ...keyValues(key), workspaceId, hash: hashed, resourceId }).id
  }

  return {
    idOf(key: ChargeKey): number {
      const known = byObject.get(key)
      if (known !== undefined) return known
      const hashed = hashOfKey(key)
      const id = byHash.get(hashed) ?? find.get({ hash: hashed })?.id ?? add(key, hashed)
      byHash.set(hashed, id)
      byObject.set(key, id)
      return id
    },
  }
}

/** The resource that a number of the bill means: the server that a volume was merged into comes before the volume's own. */
export const resourceOf = (connectionId: SQL, ref: SQL): SQL => sql`coalesce(
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
