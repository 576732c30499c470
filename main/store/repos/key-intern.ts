import { and, eq, exists, sql } from 'drizzle-orm'
import { collectTexts, encodeTexts, type KeyColumnName, keyColumns } from '#main/core/ledger/key-column.ts'
import { canonical } from '#main/core/model/resource.ts'
import type { WritableDb } from '../db.ts'
import { chargeKeys } from '../schema/costs.ts'
import { resourceAliases, resources } from '../schema/inventory.ts'
import { keyBlockColumns, keyBlocks } from '../schema/ledger.ts'
import { type ChargeKey, hashOfKey, keyValues, prepareKeyInsert, resourceOf } from './charge-keys.ts'
import { assertOwnConnection } from './own-connection.ts'

/**
 * Gives the keys of a batch their numbers, all of them with a few statements, and keeps those that are new as a block of
 * columns besides (schema/ledger). What is in several batches is found again in the store.
 */
export function createKeyIntern(db: WritableDb, of: { workspaceId: string; parcelId: number }) {
  const { workspaceId, parcelId } = of
  const insert = prepareKeyInsert(db)
  const find = db
    .select({ id: chargeKeys.id, hash: chargeKeys.hash })
    .from(chargeKeys)
    .where(
      and(
        eq(chargeKeys.workspaceId, workspaceId),
        sql`${chargeKeys.hash} in (select value from json_each(${sql.placeholder('hashes')}))`,
      ),
    )
    .prepare()
  const own = new Set<string>()

  function assertOwn(keys: readonly ChargeKey[]): void {
    for (const { connectionId } of keys) {
      if (own.has(connectionId)) continue
      assertOwnConnection(db, workspaceId, connectionId)
      own.add(connectionId)
    }
  }

  return (keys: readonly ChargeKey[], give: (index: number, id: number) => void): void => {
    if (keys.length === 0) return
    assertOwn(keys)
    const hashes = keys.map(hashOfKey)
    const known = new Map(
      find.all({ hashes: JSON.stringify(hashes) }).map(({ id, hash }) => [hash, id] as const),
    )
    const resourceFor = findResources(db, keys)
    const added: ChargeKey[] = []
    let first = 0
    for (const [index, key] of keys.entries()) {
      const hash = hashes[index] ?? ''
      let id = known.get(hash)
      if (id === undefined) {
        id = insert.get({ ...keyValues(key), workspaceId, hash, resourceId: resourceFor(key) }).id
        if (added.length === 0) first = id
        // One transaction writes them all: nobody else's key comes in between.
        else if (id !== first + added.length) throw new Error('keys out of turn')
        known.set(hash, id)
        added.push(key)
      }
      give(index, id)
    }
    if (added.length > 0) addBlock(db, { workspaceId, parcelId, first, count: added.length }, added)
  }
}

function addBlock(db: WritableDb, block: typeof keyBlocks.$inferInsert, keys: readonly ChargeKey[]): void {
  const { id } = db.insert(keyBlocks).values(block).returning({ id: keyBlocks.id }).get()
  const rows = keyColumns.flatMap((name) => {
    const column = collectTexts(
      keys.map((key) => textOf(key, name)),
      keys.length,
    )
    // A column that all of them lack is left out.
    if (column.texts.length === 0) return []
    const data = encodeTexts(column)
    return [{ blockId: id, name, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) }]
  })
  db.insert(keyBlockColumns).values(rows).run()
}

const textOf = (key: ChargeKey, name: KeyColumnName): string | null => {
  if (name === 'tags') return key.tags ? canonical(key.tags) : null
  return key[name] ?? null
}

/** The inventory's rows for the numbers that these keys name; most accounts that are known from files have none. */
function findResources(db: WritableDb, keys: readonly ChargeKey[]): (key: ChargeKey) => number | null {
  const found = new Map<string, Map<string, number>>()
  for (const [connectionId, own] of Map.groupBy(keys, (key) => key.connectionId)) {
    if (!hasInventory(db, connectionId)) continue
    const refs = [...new Set(own.flatMap(({ resourceRef }) => resourceRef ?? []))]
    const rows = db.all<{ ref: string; id: number | null }>(sql`select value as ref,
      ${resourceOf(sql`${connectionId}`, sql`value`)} as id from json_each(${JSON.stringify(refs)})`)
    found.set(connectionId, new Map(rows.flatMap(({ ref, id }) => (id === null ? [] : [[ref, id] as const]))))
  }
  return ({ connectionId, resourceRef, resourceId }) =>
    resourceId ?? (resourceRef ? (found.get(connectionId)?.get(resourceRef) ?? null) : null)
}

function hasInventory(db: WritableDb, connectionId: string): boolean {
  const listed = db.select({ one: sql`1` }).from(resources).where(eq(resources.connectionId, connectionId))
  const known = db
    .select({ one: sql`1` })
    .from(resourceAliases)
    .where(eq(resourceAliases.connectionId, connectionId))
  const row = db.get<{ has: number }>(sql`select ${exists(listed)} or ${exists(known)} as has`)
  return row.has === 1
}
