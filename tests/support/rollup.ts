import { eq } from 'drizzle-orm'
import { fromStored } from '#main/core/money/stored.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { asText } from '#main/store/schema/columns.ts'
import { chargeKeys, costFacts, dailyCosts } from '#main/store/schema/costs.ts'

const AMOUNTS = ['billed', 'effective', 'list', 'contracted'] as const

/** Adds the lines up in bigints, apart from any SQL sum, and counts where the daily sums say something else. */
export function checkRollup(db: ReadableDb): { sums: number; differences: number } {
  const facts = db
    .select({
      workspaceId: chargeKeys.workspaceId,
      key: costFacts.chargeKeyId,
      day: costFacts.day,
      ...texts(costFacts),
    })
    .from(costFacts)
    .innerJoin(chargeKeys, eq(chargeKeys.id, costFacts.chargeKeyId))
    .all()
  const rollup = db
    .select({
      workspaceId: dailyCosts.workspaceId,
      key: dailyCosts.chargeKeyId,
      day: dailyCosts.day,
      lines: dailyCosts.lines,
      ...texts(dailyCosts),
    })
    .from(dailyCosts)
    .all()
  const expected = new Map<string, bigint[]>()
  for (const fact of facts) {
    const id = `${fact.workspaceId} ${fact.day} ${fact.key}`
    const sums = expected.get(id) ?? [0n, 0n, 0n, 0n, 0n]
    expected.set(id, [
      (sums[0] ?? 0n) + 1n,
      ...amountsOf(fact).map((amount, i) => amount + (sums[i + 1] ?? 0n)),
    ])
  }
  let differences = 0
  for (const row of rollup) {
    const id = `${row.workspaceId} ${row.day} ${row.key}`
    if (expected.get(id)?.join() !== [BigInt(row.lines), ...amountsOf(row)].join()) differences += 1
    expected.delete(id)
  }
  return { sums: rollup.length, differences: differences + expected.size }
}

const texts = (table: typeof costFacts | typeof dailyCosts) => ({
  billedMicros: asText(table.billedMicros),
  billedRest: asText(table.billedRest),
  effectiveMicros: asText(table.effectiveMicros),
  effectiveRest: asText(table.effectiveRest),
  listMicros: asText(table.listMicros),
  listRest: asText(table.listRest),
  contractedMicros: asText(table.contractedMicros),
  contractedRest: asText(table.contractedRest),
})

const amountsOf = (row: Record<`${(typeof AMOUNTS)[number]}${'Micros' | 'Rest'}`, string>): bigint[] =>
  AMOUNTS.map((name) => fromStored(row[`${name}Micros`], row[`${name}Rest`]))
