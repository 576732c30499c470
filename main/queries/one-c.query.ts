import {
  byRate,
  type Posting,
  splitTaxed,
  type Taxed,
  type Weight,
} from '#main/core/reconciliation/postings.ts'
import { compareExact, compareText } from '#main/core/rules/exact.ts'
import type { CubeDimension } from '#main/ports/ledger.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { currencyPlaces } from '#shared/lib/currency.ts'
import { addMonths, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { type ActWithLines, listActsOf, readActs } from './acts.query.ts'
import { knownThings } from './explorer/known-things.ts'
import { labelsIn } from './explorer/labels.ts'
import { isPartMapped, type OneCMapping, readOneCMapping } from './one-c-mappings.query.ts'
import { firstDayOf } from './reconciliation/figures.ts'
import type { Scope } from './scope.ts'
import { listVat } from './vat.query.ts'

/** Months back in which a value counts as one that costs something lately. */
const LATELY = 3

type Mapping = CallOutput<'oneC.getMapping'>
type Listed = CallOutput<'oneC.listPostings'>

export function getOneCMapping(scope: Scope): Mapping {
  const mapping = readOneCMapping(scope)
  const { defaults, splitBy, accounts, parts } = mapping
  const suppliers = new Map(
    readActs(scope)
      .toSorted((a, b) => compareText(a.day, b.day))
      .map(({ connectionId, supplier }) => [connectionId, supplier.name]),
  )
  return {
    defaults,
    accounts: listVat(scope).items.map(({ connectionId, name }) => ({
      ...{ connectionId, name, counterparty: '', contract: '', item: '' },
      ...accounts.get(connectionId),
      supplier: suppliers.get(connectionId) ?? null,
    })),
    splitBy,
    parts: splitBy === null ? [] : partsOf(scope, splitBy, parts),
  }
}

function partsOf(scope: Scope, splitBy: CostDimension, said: OneCMapping['parts']): Mapping['parts'] {
  const lately = { from: addMonths(firstOfMonth(scope.today), -LATELY), to: scope.today }
  const weights = [...readWeights(scope, splitBy, lately, null)].sort(
    (a, b) => compareExact(b.weight, a.weight) || compareText(a.part ?? '', b.part ?? ''),
  )
  const keys = [...new Set([...weights.map(({ part }) => part ?? ''), ...said.keys()])]
  const labelOf = labelsIn(scope, splitBy, () => keys)
  return keys.map((key) => ({
    ...{ key, name: key === '' ? '' : labelOf(key) },
    ...{ department: '', costAccount: '', article: '', project: '' },
    ...said.get(key),
    isMapped: isPartMapped(said.get(key)),
  }))
}

/** The month's costs by a dimension: of one account, or of all. */
function readWeights(
  scope: Scope,
  splitBy: CostDimension,
  { from, to }: DayRange,
  connectionId: string | null,
): Weight[] {
  const level = knownThings(scope).nodesOf(splitBy)
  const cube = scope.ledger.cube({
    ...{ workspaceId: scope.workspaceId, from, to, metric: 'billed', step: 'total' },
    filter: connectionId === null ? {} : { connectionIds: [connectionId] },
    groupBy: [(level?.of ?? splitBy) as CubeDimension],
  })
  const weights = new Map<string | null, bigint>()
  for (const [at, { keys }] of cube.groups.entries()) {
    const key = keys[0] ?? null
    const part = level && key !== null ? (level.nodes.get(key)?.id ?? null) : key
    weights.set(part, (weights.get(part) ?? 0n) + cube.total(at))
  }
  return [...weights]
    .map(([part, weight]) => ({ part, weight }))
    .sort((a, b) => compareText(a.part ?? '', b.part ?? ''))
}

/** The acts of a month as 1C takes them in. */
export function listPostings(scope: Scope, month: string): Listed {
  const mapping = readOneCMapping(scope)
  const acts = listActsOf(scope, month)
  const own = acts.filter(({ connectionId }) => connectionId !== null)
  const weightsOf = weightsByAccount(scope, mapping, month)
  const made = own.map((act) => ({ act, postings: postingsOf(act, weightsOf(act.connectionId ?? '')) }))
  return {
    items: made.flatMap(({ act, postings }) => postings.map((one) => itemOf(act, one, mapping))),
    totals: made.map(({ act, postings }) => ({
      ...{ actId: act.id, number: act.number, total: act.total },
      isEqual: isEqual(act, postings),
    })),
    unmapped: [
      ...acts
        .filter(({ connectionId }) => connectionId === null)
        .map(({ id, number }) => ({ kind: 'act' as const, key: id, name: number })),
      ...unmappedAccounts(own, mapping),
      ...unmappedParts(
        scope,
        made.flatMap(({ postings }) => postings),
        mapping,
      ),
    ],
  }
}

type Named = Posting & { name: string }

function weightsByAccount(scope: Scope, { splitBy }: OneCMapping, month: string) {
  const range = { from: firstDayOf(month), to: lastOfMonth(firstDayOf(month)) }
  const known = new Map<string, Weight[]>()
  return (connectionId: string): Weight[] | null => {
    if (splitBy === null) return null
    const found = known.get(connectionId) ?? readWeights(scope, splitBy, range, connectionId)
    known.set(connectionId, found)
    return found
  }
}

/** One for each line; where costs are split, one for each rate and part. */
function postingsOf(act: ActWithLines, weights: readonly Weight[] | null): Named[] {
  const lines = linesOf(act)
  if (weights === null) return lines.map((line) => ({ ...line, part: null, total: line.without + line.vat }))
  const places = currencyPlaces[act.currency]
  // Of several services together 1C is told where they are listed.
  const name = lines.length === 1 ? (lines[0]?.name ?? '') : `Услуги по документу № ${act.number}`
  return byRate(lines).flatMap((line) =>
    splitTaxed(line, weights, places).map((posting) => ({ ...posting, name })),
  )
}

/** A document whose lines do not make its sums is taken as a whole. */
function linesOf(act: ActWithLines): (Taxed & { name: string })[] {
  const femtos = (text: string): bigint => parseDecimal(text) ?? 0n
  const whole = { name: act.lines[0]?.name ?? act.number, rate: act.rate, vat: femtos(act.vat) }
  const all = { ...whole, without: femtos(act.total) - whole.vat }
  const lines = act.lines.map(({ name, rate, without, vat }) => ({
    ...{ name, rate, without: femtos(without), vat: femtos(vat) },
  }))
  const [without, vat] = [
    lines.reduce((sum, line) => sum + line.without, 0n),
    lines.reduce((sum, line) => sum + line.vat, 0n),
  ]
  return lines.length > 0 && without === all.without && vat === all.vat ? lines : [all]
}

const isEqual = (act: ActWithLines, postings: readonly Posting[]): boolean => {
  const sum = (of: (posting: Posting) => bigint): bigint =>
    postings.reduce((total, posting) => total + of(posting), 0n)
  return (
    sum(({ total }) => total) === parseDecimal(act.total) && sum(({ vat }) => vat) === parseDecimal(act.vat)
  )
}

function itemOf(act: ActWithLines, posting: Named, mapping: OneCMapping): Listed['items'][number] {
  const account = mapping.accounts.get(act.connectionId ?? '')
  const part = mapping.parts.get(posting.part ?? '')
  const { defaults } = mapping
  return {
    actId: act.id,
    counterparty: account?.counterparty ?? '',
    contract: account?.contract ?? '',
    day: act.day,
    number: act.number,
    item: account?.item || defaults.item || posting.name,
    without: formatDecimal(posting.without),
    rate: posting.rate,
    vat: formatDecimal(posting.vat),
    total: formatDecimal(posting.total),
    costAccount: part?.costAccount || defaults.costAccount,
    department: part?.department ?? '',
    article: part?.article || defaults.article,
    project: part?.project || defaults.project,
  }
}

function unmappedAccounts(acts: readonly ActWithLines[], { accounts }: OneCMapping): Listed['unmapped'] {
  const names = new Map(
    acts.map(({ connectionId, connectionName }) => [connectionId ?? '', connectionName ?? '']),
  )
  return [...names]
    .filter(([id]) => !accounts.get(id)?.counterparty)
    .map(([key, name]) => ({ kind: 'account', key, name }))
}

function unmappedParts(
  scope: Scope,
  postings: readonly Posting[],
  { splitBy, parts }: OneCMapping,
): Listed['unmapped'] {
  if (splitBy === null) return []
  const keys = [...new Set(postings.map(({ part }) => part ?? ''))].filter(
    (key) => !isPartMapped(parts.get(key)),
  )
  const labelOf = labelsIn(scope, splitBy, () => keys)
  return keys.map((key) => ({ kind: 'part', key, name: key === '' ? '' : labelOf(key) }))
}
