import { eq, sql } from 'drizzle-orm'
import { normalizePrice } from '#main/core/money/price.ts'
import { toStored } from '#main/core/money/stored.ts'
import type { Unknown } from '#main/core/sync/look.ts'
import type { ResourceType } from '#shared/contract/resources.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { sightings, typeRules, unrecognised } from '../schema/judgements.ts'

/** One more time that a sync met it; what it looked like last is what a person sees. */
export function addSighting(
  db: WritableDb,
  at: { connectionId: string; snapshotId: number; atMs: number },
  { ref, name, kind, service, metrics, price }: Unknown,
  raw: string,
): void {
  const daily = normalizePrice(price.amount, price.period).daily
  const { micros, rest } = toStored(daily.femtos)
  const seen = {
    name,
    kind,
    service,
    metrics: [...metrics],
    raw,
    lastSeenAtMs: at.atMs,
    currency: daily.currency,
    dailyMicros: micros,
    dailyRest: rest,
  }
  const { id } = db
    .insert(unrecognised)
    .values({ connectionId: at.connectionId, externalId: ref, firstSeenAtMs: at.atMs, ...seen })
    .onConflictDoUpdate({ target: [unrecognised.connectionId, unrecognised.externalId], set: seen })
    .returning({ id: unrecognised.id })
    .get()
  db.insert(sightings)
    .values({ unrecognisedId: id, snapshotId: at.snapshotId, atMs: at.atMs })
    .onConflictDoNothing()
    .run()
}

/** What people taught of a provider's words, by the word. */
export const readTypeRules = (
  db: ReadableDb,
  workspaceId: string,
  provider: Provider,
): ReadonlyMap<string, ResourceType> =>
  new Map(
    db
      .select({ kind: typeRules.kind, type: typeRules.type })
      .from(typeRules)
      .where(sql`${eq(typeRules.workspaceId, workspaceId)} and ${eq(typeRules.provider, provider)}`)
      .all()
      .map(({ kind, type }) => [kind, type]),
  )
