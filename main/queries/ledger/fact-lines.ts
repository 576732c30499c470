import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { KeyFields } from '#main/core/ledger/line.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import { fromStored } from '#main/core/money/stored.ts'
import type { LedgerLine } from '#main/ports/ledger.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { asText } from '#main/store/schema/columns.ts'
import { chargeKeys, costFacts } from '#main/store/schema/costs.ts'
import type { Day } from '#shared/lib/day.ts'

const MS_PER_DAY = 86_400_000

const NO_DETAIL: LineDetail = {
  invoiceId: null,
  invoiceDetailId: null,
  billingPeriodStart: null,
  billingPeriodEnd: null,
  listUnitPrice: null,
  contractedUnitPrice: null,
  pricingCurrencyListUnitPrice: null,
  pricingCurrencyContractedUnitPrice: null,
  pricingCurrencyEffectiveCost: null,
  extra: null,
}

const textOrNull = (micros: typeof costFacts.quantityMicros | typeof costFacts.quantityRest) =>
  sql<string | null>`cast(${micros} as text)`

/** What an API told of a day under these keys, line by line, by key and as they came. */
export const factLines = (db: ReadableDb, day: Day, keys: readonly number[]): LedgerLine[] =>
  db
    .select({
      id: costFacts.id,
      key: chargeKeys,
      invoice: costFacts.invoice,
      quantityMicros: textOrNull(costFacts.quantityMicros),
      quantityRest: textOrNull(costFacts.quantityRest),
      billedMicros: asText(costFacts.billedMicros),
      billedRest: asText(costFacts.billedRest),
      effectiveMicros: asText(costFacts.effectiveMicros),
      effectiveRest: asText(costFacts.effectiveRest),
      listMicros: asText(costFacts.listMicros),
      listRest: asText(costFacts.listRest),
      contractedMicros: asText(costFacts.contractedMicros),
      contractedRest: asText(costFacts.contractedRest),
    })
    .from(costFacts)
    .innerJoin(chargeKeys, eq(chargeKeys.id, costFacts.chargeKeyId))
    .where(and(inKeys(keys), eq(costFacts.day, day)))
    .orderBy(asc(costFacts.chargeKeyId), asc(costFacts.id))
    .all()
    .map(({ id, key, invoice, ...fact }): LedgerLine => {
      const startMs = Date.parse(`${day}T00:00:00Z`)
      return {
        id: `a${id}`,
        day,
        connectionId: key.connectionId,
        chargeKeyId: key.id,
        key: fieldsOf(key),
        startMs,
        endMs: startMs + MS_PER_DAY,
        billed: fromStored(fact.billedMicros, fact.billedRest),
        effective: fromStored(fact.effectiveMicros, fact.effectiveRest),
        list: fromStored(fact.listMicros, fact.listRest),
        contracted: fromStored(fact.contractedMicros, fact.contractedRest),
        pricingQuantity: null,
        consumedQuantity:
          fact.quantityMicros === null ? null : fromStored(fact.quantityMicros, fact.quantityRest ?? '0'),
        commitmentQuantity: null,
        detail: invoice === null ? null : { ...NO_DETAIL, invoiceId: invoice },
        importId: null,
        sourceLine: null,
      }
    })

const inKeys = (keys: readonly number[]) =>
  keys.length === 1
    ? eq(costFacts.chargeKeyId, keys[0] ?? 0)
    : inArray(costFacts.chargeKeyId, sql`(select value from json_each(${JSON.stringify(keys)}))`)

function fieldsOf({
  id: _,
  workspaceId: _w,
  connectionId: _c,
  hash: _h,
  resourceId: _r,
  ...fields
}: typeof chargeKeys.$inferSelect): KeyFields {
  return { ...fields, more: null }
}
