import { and, eq, sql } from 'drizzle-orm'
import { compareText } from '#main/core/rules/exact.ts'
import { chargeKeys, dailyCosts } from '#main/store/schema/costs.ts'
import { parcelDays, parcels } from '#main/store/schema/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { createPart, createPerWorkspace } from './kept.ts'
import type { Scope } from './scope.ts'

const kept = createPerWorkspace(() => createPart<Currency[]>([chargeKeys, dailyCosts, parcelDays, parcels]))

/** Currencies of the ledger that need a rate: all but the rouble. The organisation's own is one of them. */
export const wantedCurrencies = (scope: Scope): Currency[] =>
  kept(scope).of(scope, () => {
    const found = new Set<Currency>(ofFiles(scope))
    for (const currency of ofKeys(scope))
      if (!found.has(currency) && isCharged(scope, currency)) found.add(currency)
    found.add(scope.currency)
    found.delete('RUB')
    return [...found].sort(compareText)
  })

const ofFiles = ({ db, workspaceId }: Scope): Currency[] =>
  db
    .selectDistinct({ currency: parcelDays.currency })
    .from(parcelDays)
    .innerJoin(parcels, eq(parcels.id, parcelDays.parcelId))
    .where(and(eq(parcels.workspaceId, workspaceId), eq(parcelDays.isLive, true)))
    .all()
    .map(({ currency }) => currency)

/** A key stays when its lines are gone, so this tells what may be there. */
const ofKeys = ({ db, workspaceId }: Scope): Currency[] =>
  db
    .selectDistinct({ currency: chargeKeys.currency })
    .from(chargeKeys)
    .where(eq(chargeKeys.workspaceId, workspaceId))
    .all()
    .map(({ currency }) => currency)

const isCharged = ({ db, workspaceId }: Scope, currency: Currency): boolean =>
  db
    .select({ one: sql`1` })
    .from(chargeKeys)
    .innerJoin(dailyCosts, eq(dailyCosts.chargeKeyId, chargeKeys.id))
    .where(and(eq(chargeKeys.workspaceId, workspaceId), eq(chargeKeys.currency, currency)))
    .limit(1)
    .get() !== undefined
