import {
  type Bearings,
  byNode,
  chargedBack,
  NOTHING,
  partLines,
  type ShowbackLine,
  totalOf,
  treeLines,
} from '#main/core/allocation/showback.ts'
import { fromFemtos, ratio } from '#main/core/money/money.ts'
import type { ShowbackRow } from '#shared/contract/allocation.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { changeRatio } from '../figures.ts'
import type { Scope } from '../scope.ts'
import { bearingsOf, ownResources, type ShowbackBasis, showbackBasis, showbackQuestion } from './bearings.ts'
import { currenciesIn } from './cube-sums.ts'

type Input = ParsedInput<'allocation.getShowback'>

/** Who bears what, in one currency; the rows of the top add up to the ledger. */
export function getShowback(scope: Scope, input: Input): CallOutput<'allocation.getShowback'> {
  const basis = showbackBasis(scope, input.by)
  const question = showbackQuestion(scope, input)
  const now = bearingsOf(scope, basis, question, input)
  const currencies = currenciesIn(new Map([...now.keys()].map((one) => [one, 0n])), scope.currency)
  const currency = input.currency ?? currencies[0] ?? scope.currency
  const { compareFrom, compareTo } = input
  const compared = compareFrom && compareTo ? { from: compareFrom, to: compareTo } : null
  const then = compared && bearingsOf(scope, basis, question, compared)
  const lines = linesOf(basis, now.get(currency) ?? new Map(), input.mode)
  const before = then && linesOf(basis, then.get(currency) ?? new Map(), input.mode)
  const total = sumOfTop(lines)
  return {
    currency,
    currencies,
    rows: rowsOf(withGone(lines, before), {
      before: before && new Map(before.map(({ key, bearing }) => [key, totalOf(bearing)])),
      total,
      currency,
      resources: ownResources(scope, basis, { ...input, currency }),
    }),
    total: formatDecimal(total),
    before: before && formatDecimal(sumOfTop(before)),
  }
}

function linesOf({ nodes }: ShowbackBasis, byValue: Bearings, mode: Input['mode']): ShowbackLine[] {
  const own = nodes ? byNode(nodes, byValue) : byValue
  const borne = mode === 'chargeback' ? chargedBack(own) : own
  return nodes ? treeLines(nodes, borne) : partLines(borne)
}

const sumOfTop = (lines: readonly ShowbackLine[]): bigint =>
  lines.reduce((sum, { depth, bearing }) => (depth === 0 ? sum + totalOf(bearing) : sum), 0n)

/** Who bore something before and bears nothing now is told of too. */
function withGone(lines: readonly ShowbackLine[], before: readonly ShowbackLine[] | null): ShowbackLine[] {
  const known = new Set(lines.map(({ key }) => key))
  const gone = (before ?? [])
    .filter(({ key }) => !known.has(key))
    .map((line) => ({ ...line, bearing: NOTHING }))
  const last = lines.at(-1)
  return last && last.key === null ? [...lines.slice(0, -1), ...gone, last] : [...lines, ...gone]
}

type Of = {
  before: ReadonlyMap<string | null, bigint> | null
  total: bigint
  currency: Currency
  resources: ReadonlyMap<string | null, number>
}

const rowsOf = (lines: readonly ShowbackLine[], { before, total, currency, resources }: Of): ShowbackRow[] =>
  lines.map(({ key, label, parentKey, depth, bearing }) => {
    const own = totalOf(bearing)
    const then = before && (before.get(key) ?? 0n)
    return {
      key,
      label,
      parentKey,
      depth,
      direct: formatDecimal(bearing.direct),
      shared: formatDecimal(bearing.shared),
      remainder: formatDecimal(bearing.remainder),
      total: formatDecimal(own),
      before: then === null ? null : formatDecimal(then),
      changeRatio: then === null ? null : changeRatio(own - then, then, currency),
      share: ratio(fromFemtos(own, currency), fromFemtos(total, currency)),
      resources: resources.get(key) ?? 0,
    }
  })
