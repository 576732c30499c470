import { createHash } from 'node:crypto'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { canonical } from '#main/core/model/resource.ts'
import type { WritableDb } from '../db.ts'
import { chargeKeys } from '../schema/costs.ts'
import { resources } from '../schema/inventory.ts'
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

const COLUMNS = ['workspaceId', 'hash', ...IDENTITY, 'resourceId'] as const

const hashOfKey = (key: ChargeKey): string =>
  createHash('sha256')
    .update(canonical(IDENTITY.map((name) => key[name] ?? null)))
    .digest('base64url')

/** Gives each key its number: known ones by hash, new ones by insertion. Remembers both for the lines that follow. */
export function createKeyring(db: WritableDb, workspaceId: string) {
  const byObject = new Map<ChargeKey, number>()
  const byHash = new Map<string, number>()
  const checked = new Set<string>()

  const find = db
    .select({ id: chargeKeys.id })
    .from(chargeKeys)
    .where(and(eq(chargeKeys.workspaceId, workspaceId), eq(chargeKeys.hash, sql.placeholder('hash'))))
    .prepare()
  const insert = db.insert(chargeKeys).values(slots(COLUMNS)).returning({ id: chargeKeys.id }).prepare()
  const findResource = db
    .select({ id: resources.id })
    .from(resources)
    .where(
      and(
        eq(resources.connectionId, sql.placeholder('connectionId')),
        eq(resources.externalId, sql.placeholder('resourceRef')),
      ),
    )
    .prepare()

  function add(key: ChargeKey, hash: string): number {
    if (!checked.has(key.connectionId)) {
      assertOwnConnection(db, workspaceId, key.connectionId)
      checked.add(key.connectionId)
    }
    const resourceId = key.resourceId ?? (key.resourceRef ? (findResource.get(key)?.id ?? null) : null)
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

/** Bills may come before the inventory that they speak of: joins the two once it is there. */
export function linkKeysToResources(db: WritableDb, connectionId: string): void {
  const match = db
    .select({ id: resources.id })
    .from(resources)
    .where(
      and(
        eq(resources.connectionId, chargeKeys.connectionId),
        eq(resources.externalId, chargeKeys.resourceRef),
      ),
    )
  db.update(chargeKeys)
    .set({ resourceId: sql`(${match})` })
    .where(
      and(
        eq(chargeKeys.connectionId, connectionId),
        isNull(chargeKeys.resourceId),
        isNotNull(chargeKeys.resourceRef),
      ),
    )
    .run()
}
