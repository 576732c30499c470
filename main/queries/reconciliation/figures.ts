import { usualTerms, type VatTerms } from '#main/core/explorer/vat.ts'
import type { ConvertedSum } from '#main/core/rates/convert.ts'
import type { KnownAct } from '#main/core/reconciliation/act-candidates.ts'
import { type DaySum, type Ladder, ladderOf } from '#main/core/reconciliation/ladder.ts'
import type { LedgerCube } from '#main/ports/ledger.ts'
import type { Provider } from '#shared/contract/values.ts'
import { type Currency, currencyPlaces } from '#shared/lib/currency.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import { type ActWithLines, listActsOf } from '../acts.query.ts'
import { connectionNames } from '../inventory.ts'
import { compareNames } from '../order.ts'
import type { Scope } from '../scope.ts'
import { listVat } from '../vat.query.ts'
import { type ActSums, type Exchange, exchangeOf, knownAct, sumUp } from './act-sums.ts'

/** An account, a month and a currency: both sides in whole kopecks, and what they were made of. */
export type Figures = {
  connectionId: string
  name: string
  provider: Provider
  month: string
  currency: Currency
  terms: VatTerms
  days: DaySum[]
  lines: number
  ladder: Ladder
  /** In the account's currency; null without documents, or without a rate for them. */
  act: ActSums | null
  acts: ActWithLines[]
  known: KnownAct[]
  exchange: Exchange | null
  lacksRate: Currency | null
  difference: bigint | null
}

export const placesOf = ({ currency }: Pick<Figures, 'currency'>): number => currencyPlaces[currency]

export const firstDayOf = (month: string): Day => `${month}-01` as Day

type Charged = { connectionId: string; currency: Currency; days: DaySum[]; lines: number }

/** Every account that has charges or documents in the month, by name. */
export function readFigures(scope: Scope, month: string): Figures[] {
  const names = connectionNames(scope)
  const terms = new Map(listVat(scope).items.map((item) => [item.connectionId, item]))
  const byAccount = Map.groupBy(readCharges(scope, month), ({ connectionId }) => connectionId)
  const actsOf = Map.groupBy(listActsOf(scope, month), ({ connectionId }) => connectionId)
  const found: Figures[] = []
  for (const [id, { name, provider }] of names) {
    const charged = byAccount.get(id) ?? []
    const acts = actsOf.get(id) ?? []
    const currencies = charged.map(({ currency }) => currency)
    const [main = acts[0]?.currency] = currencies
    if (!main) continue
    for (const currency of new Set([main, ...currencies])) {
      const own = charged.find((one) => one.currency === currency)
      const isOwn = (act: ActWithLines) =>
        currencies.includes(act.currency) ? act.currency === currency : currency === main
      found.push(
        figuresOf(scope, {
          ...{ connectionId: id, name, provider, month, currency },
          terms: terms.get(id) ?? usualTerms(provider),
          days: own?.days ?? [],
          lines: own?.lines ?? 0,
          acts: acts.filter(isOwn),
        }),
      )
    }
  }
  return found.sort((a, b) => compareNames(a.name, b.name))
}

type Own = Pick<
  Figures,
  'connectionId' | 'name' | 'provider' | 'month' | 'currency' | 'terms' | 'days' | 'lines' | 'acts'
>

function figuresOf(scope: Scope, own: Own): Figures {
  const ladder = ladderOf(own.days, own.terms, placesOf(own))
  const foreign = own.acts.find(({ currency }) => currency !== own.currency)?.currency ?? null
  const exchange = foreign && exchangeOf(scope, { ...own, foreign, sums: sumsOf(own) })
  const lacksRate = foreign !== null && exchange === null ? foreign : null
  const known = lacksRate ? [] : own.acts.map((act) => knownAct(act, exchange, placesOf(own)))
  const act = known.length > 0 ? sumUp(own.acts, known, { exchange, places: placesOf(own) }) : null
  return {
    ...own,
    ...{ ladder, act, known, exchange, lacksRate },
    difference: act && act.total - ladder.withVat,
  }
}

const sumsOf = ({ connectionId, currency, days }: Own): ConvertedSum[] =>
  days.map(({ day, billed }) => ({ day, connectionId, currency, femtos: billed }))

/** By account and currency what each day cost, as billed and by the list; the dearest currency of an account first. */
function readCharges(scope: Scope, month: string): Charged[] {
  const span = {
    workspaceId: scope.workspaceId,
    from: firstDayOf(month),
    to: lastOfMonth(firstDayOf(month)),
    groupBy: ['connection'] as const,
    step: 'day' as const,
  }
  const [billed, list] = [
    scope.ledger.cube({ ...span, metric: 'billed' }),
    scope.ledger.cube({ ...span, metric: 'list' }),
  ]
  const listAt = new Map(list.groups.map((group, at) => [keyOf(group), at]))
  return billed.groups
    .flatMap((group, at): Charged[] => {
      const [connectionId] = group.keys
      const lines = billed.lines(at)
      if (!connectionId || lines === 0) return []
      const other = listAt.get(keyOf(group))
      const days = billed.bins.map((bin, place) => ({
        day: bin.from,
        billed: billed.femtos(at, place),
        list: other === undefined ? 0n : list.femtos(other, place),
      }))
      return [{ connectionId, currency: group.unit as Currency, days, lines }]
    })
    .sort((a, b) => b.lines - a.lines)
}

const keyOf = ({ keys: [connectionId], unit }: LedgerCube['groups'][number]): string =>
  `${connectionId} ${unit}`
