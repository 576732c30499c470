import { percentOn } from '#main/core/explorer/vat.ts'
import { actCandidates } from '#main/core/reconciliation/act-candidates.ts'
import { type Cause, roundingLimitOf, splitDifference } from '#main/core/reconciliation/causes.ts'
import { absolute } from '#main/core/rules/exact.ts'
import { chargeDays, chargeKeys, dailyCosts } from '#main/store/schema/costs.ts'
import { parcelDays, parcels } from '#main/store/schema/ledger.ts'
import { actRates, closedMonths, currencyRates } from '#main/store/schema/rates.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { daysOf, lastOfMonth } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { listActsOf } from './acts.query.ts'
import { createPart, createPerWorkspace, lastUsed } from './kept.ts'
import { listPaymentsOf } from './payments.query.ts'
import { closedAmong } from './rates-choice.ts'
import { borderCandidates } from './reconciliation/border-candidates.ts'
import { grantCandidates } from './reconciliation/detail-candidates.ts'
import { type Figures, firstDayOf, placesOf, readFigures } from './reconciliation/figures.ts'
import { lateCandidates } from './reconciliation/late-candidates.ts'
import { readMissingDays } from './reconciliation/missing-days.ts'
import { rateCandidates } from './reconciliation/rate-candidates.ts'
import { fingerprintOf, readSignatures } from './reconciliation/signatures.ts'
import type { Scope } from './scope.ts'

/** A larger difference is looked at, even where so many lines could round to it. */
const EQUAL_UP_TO = 10n ** 15n
const MOST_KEPT = 200

export function listReconciliation(scope: Scope, month: string): CallOutput<'reconciliation.list'> {
  return {
    items: listLadders(scope, month),
    unknownActs: listActsOf(scope, month).filter(({ connectionId }) => connectionId === null).length,
    isClosed: closedAmong(scope).has(month),
  }
}

export function getReconciliation(
  scope: Scope,
  { month, connectionId }: ParsedInput<'reconciliation.get'>,
): CallOutput<'reconciliation.get'> {
  const own = listLadders(scope, month).filter((one) => one.connectionId === connectionId)
  const ladder = own.find(({ act }) => act !== null) ?? own[0]
  if (!ladder) throw new AppError('reconciliation.nothing', { month })
  const acts = listActsOf(scope, month)
    .filter((act) => act.connectionId === connectionId)
    .map(({ lines: _, ...act }) => act)
  const payments = listPaymentsOf(
    scope,
    acts.map(({ id }) => id),
  )
  return { ladder, acts, payments }
}

/** Every account that has charges or acts in a month, from what was accrued to the act. */
export function listLadders(scope: Scope, month: string): LadderView[] {
  const all = readFigures(scope, month)
  const signatures = readSignatures(scope, month)
  const byAccount = Map.groupBy(all, ({ connectionId }) => connectionId)
  return all.map((figures) => {
    const signed = signatures.get(figures.connectionId)
    const now = fingerprintOf(byAccount.get(figures.connectionId) ?? [])
    return {
      ...viewOf(figures, keptCauses(scope, figures)),
      signed: signed
        ? {
            byName: signed.byName,
            atMs: signed.atMs,
            note: signed.note,
            difference: signed.difference ?? '0',
          }
        : null,
      isStale: signed !== undefined && signed.fingerprint !== now,
    }
  })
}

/** What somebody who signs now signs for. */
export const fingerprintNow = (scope: Scope, of: { month: string; connectionId: string }): string =>
  fingerprintOf(readFigures(scope, of.month).filter(({ connectionId }) => connectionId === of.connectionId))

function viewOf(figures: Figures, causes: readonly Cause[]): Omit<LadderView, 'signed' | 'isStale'> {
  const { ladder, act, difference } = figures
  const text = formatDecimal
  return {
    connectionId: figures.connectionId,
    name: figures.name,
    provider: figures.provider,
    month: figures.month,
    currency: figures.currency,
    accrued: text(ladder.accrued),
    discounts: text(ladder.discounts),
    without: text(ladder.without),
    vat: ladder.vat.map(({ rate, base, amount }) => ({ rate, base: text(base), amount: text(amount) })),
    vatTotal: text(ladder.vatTotal),
    withVat: text(ladder.withVat),
    act: act && {
      ...{ ids: act.ids, numbers: act.numbers, day: act.day },
      ...{ total: text(act.total), vat: text(act.vat) },
    },
    difference: difference === null ? null : text(difference),
    isEqual:
      difference !== null &&
      absolute(difference) < EQUAL_UP_TO &&
      causes.every(({ kind }) => kind === 'rounding'),
    lacksRate: figures.lacksRate,
    causes: causes.map(({ amount, lines, ...cause }) => ({
      ...cause,
      amount: text(amount),
      lines: lines.map((line) => ({ ...line, amount: text(line.amount) })),
    })),
    paid: text(act?.paid ?? 0n),
  }
}

/** Made from what the ledger holds, and from whatever the figures themselves tell. */
const keptOf = createPerWorkspace(() =>
  createPart<Map<string, Cause[]>>([
    ...[chargeKeys, chargeDays, dailyCosts, parcels, parcelDays],
    ...[currencyRates, actRates, closedMonths],
  ]),
)

function keptCauses(scope: Scope, figures: Figures): Cause[] {
  if (figures.difference === null) return []
  const kept = keptOf(scope).of(scope, () => new Map())
  const { connectionId, month, known } = figures
  const id = [connectionId, month, scope.today, fingerprintOf([figures]), textOf(known)].join('|')
  return lastUsed(kept, id, MOST_KEPT, () => causesOf(scope, figures))
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? one.toString() : one))

function causesOf(scope: Scope, figures: Figures): Cause[] {
  const { difference, known, ladder } = figures
  const places = placesOf(figures)
  const ofActs = actCandidates(known, ladder.vat, places)
  const roundedLines = figures.lines + known.reduce((sum, { lines }) => sum + Math.max(1, lines.length), 0)
  const split = splitDifference({
    difference: difference ?? 0n,
    candidates:
      difference === 0n
        ? []
        : [
            ...rateCandidates(scope, figures),
            ...ofActs,
            ...grantCandidates(scope, figures),
            ...lateCandidates(scope, figures),
            ...borderCandidates(scope, figures),
          ],
    roundingLimit: roundingLimitOf(roundedLines, places, percentOf(figures)),
    roundedLines,
    missing: difference === 0n ? null : missingOf(scope, figures),
  })
  // Another rate with the same total is wrong all the same: the tax to be deducted is another.
  const wrong = ofActs.find(({ kind }) => kind === 'wrongVat')
  if (!wrong || split.some(({ kind }) => kind === 'wrongVat')) return split
  const { isSure: _, ...told } = wrong
  return [...split, { ...told, amount: 0n, facts: { ...told.facts, isInside: 1 } }]
}

/** Of its last day. */
const percentOf = ({ terms, month }: Figures): bigint | null =>
  percentOn(terms.scheme, lastOfMonth(firstDayOf(month)))

function missingOf(scope: Scope, figures: Figures) {
  const own = readMissingDays(scope, figures.month).find(
    ({ connectionId }) => connectionId === figures.connectionId,
  )
  const charged = figures.days.filter(({ billed }) => billed !== 0n).length
  const first = firstDayOf(figures.month)
  if (charged === 0) return { days: daysOf(first, lastOfMonth(first)), expected: null }
  const days = own?.missing ?? []
  const expected = (figures.ladder.withVat * BigInt(days.length)) / BigInt(charged)
  return { days, expected }
}
