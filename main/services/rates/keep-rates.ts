import type { ToldRate, ToldRates } from '#main/core/rates/parsed.ts'
import { closedAmong } from '#main/queries/rates-choice.ts'
import type { WritableDb } from '#main/store/db.ts'
import { putRates, rateKey, readKept } from '#main/store/repos/currency-rates.repo.ts'
import type { LoadedRatesView } from '#shared/contract/rates.ts'
import type { Day } from '#shared/lib/day.ts'

type Keeping = { workspaceId: string; userId: string; atMs: number; note: string | null }

/**
 * Keeps what is new or different of the Bank's rates. Days of closed months are left alone and counted; rates that
 * stand already are not written again.
 */
export function keepBankRates(
  db: WritableDb,
  { rates, unknown }: ToldRates,
  keeping: Keeping,
): LoadedRatesView {
  const closed = closedAmong({ db, workspaceId: keeping.workspaceId })
  const days = rates.map(({ day }) => day).sort()
  const [from, to] = [days[0] ?? null, days.at(-1) ?? null]
  const kept =
    from && to ? readKept(db, { workspaceId: keeping.workspaceId, source: 'cbr', from, to }) : new Map()
  const counts = { added: 0, changed: 0, frozen: 0 }
  const fresh: ToldRate[] = []
  for (const rate of new Map(rates.map((one) => [rateKey(one), one])).values()) {
    const before = kept.get(rateKey(rate))
    if (before?.value === rate.value && before.nominal === rate.nominal) continue
    if (closed.has(monthOf(rate.day))) {
      counts.frozen += 1
      continue
    }
    counts[before ? 'changed' : 'added'] += 1
    fresh.push(rate)
  }
  putRates(
    db,
    fresh.map((rate) => ({ ...keeping, ...rate, source: 'cbr' as const })),
  )
  const currencies = [...new Set(rates.map(({ currency }) => currency))].sort()
  return { ...counts, from, to, currencies, unknown }
}

export const monthOf = (day: Day): string => day.slice(0, 7)
