import { concerns, type TagPolicy, type Violation, violationOf } from '#main/core/allocation/tag-policy.ts'
import { fromFemtos, type Money, ratio } from '#main/core/money/money.ts'
import { compareText } from '#main/core/rules/exact.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { amountAt } from '../resource-index/amount-column.ts'
import { type Columns, indexOf, type ResourceIndex } from '../resource-index/kept-index.ts'
import type { SpendColumns } from '../resource-index/spend.ts'
import type { Scope } from '../scope.ts'
import { currenciesIn } from './cube-sums.ts'
import { listTagPolicies } from './tag-policies.query.ts'

type Report = CallOutput<'tagPolicies.getReport'>
type Violations = CallOutput<'tagPolicies.listViolations'>

/** A resource that is there, and what each policy says of it; null: it is as it should be. */
type Judged = { row: number; findings: { policy: TagPolicy; violation: Violation | null }[] }

/** By policies and by owners; costs are those of the period. */
export function getTagReport(scope: Scope, { from, to }: ParsedInput<'tagPolicies.getReport'>): Report {
  const index = indexOf(scope)
  const policies = listTagPolicies(scope).items
  const judged = judgedOf(index, policies)
  const spend = index.spend({ spendFrom: from, spendTo: to })
  return {
    resources: judged.length,
    violating: judged.filter((one) => !isGood(one)).length,
    policies: policies.map((policy) => policyRow(scope, policy, judged, spend)),
    owners: ownerRows(scope, index, judged, spend),
  }
}

const isGood = ({ findings }: Judged): boolean => findings.every(({ violation }) => violation === null)

function policyRow(
  { currency }: Scope,
  policy: TagPolicy,
  judged: readonly Judged[],
  { main }: SpendColumns,
): Report['policies'][number] {
  const counts = { resources: 0, good: 0, missing: 0, wrong: 0 }
  let [all, good] = [0n, 0n]
  for (const { row, findings } of judged) {
    const found = findings.find((finding) => finding.policy === policy)
    if (!found) continue
    const amount = main.currencies[row] === currency ? (main.femtos[row] ?? 0n) : 0n
    counts.resources += 1
    all += amount
    if (found.violation === null) {
      counts.good += 1
      good += amount
    } else if (found.violation.kind === 'missing') counts.missing += 1
    else counts.wrong += 1
  }
  const costRatio = ratio(fromFemtos(good, currency), fromFemtos(all, currency))
  return { policyId: policy.id, ...counts, costRatio }
}

type OwnerSums = { resources: number; good: number; all: Map<Currency, bigint>; kept: Map<Currency, bigint> }

/** Whoever has the most resources that are not as they should be comes first. */
function ownerRows(
  { currency: own }: Scope,
  { columns }: ResourceIndex,
  judged: readonly Judged[],
  spend: SpendColumns,
): Report['owners'] {
  const found = new Map<string | null, OwnerSums>()
  for (const one of judged) {
    const owner = ownerOf(columns, one.row)
    const sums = found.get(owner) ?? { resources: 0, good: 0, all: new Map(), kept: new Map() }
    found.set(owner, sums)
    const good = isGood(one)
    sums.resources += 1
    if (good) sums.good += 1
    for (const { currency, femtos } of spentOn(spend, one.row)) {
      sums.all.set(currency, (sums.all.get(currency) ?? 0n) + femtos)
      sums.kept.set(currency, (sums.kept.get(currency) ?? 0n) + (good ? femtos : 0n))
    }
  }
  return [...found]
    .sort(([a, x], [b, y]) => y.resources - y.good - (x.resources - x.good) || compareText(a ?? '', b ?? ''))
    .map(([owner, { resources, good, all, kept }]) => ({
      owner,
      resources,
      good,
      costs: currenciesIn(all, own).map((currency) => ({
        currency,
        amount: formatDecimal(all.get(currency) ?? 0n),
        good: formatDecimal(kept.get(currency) ?? 0n),
      })),
    }))
}

function spentOn({ main, rest }: SpendColumns, row: number): Money[] {
  const amount = amountAt(main, row)
  return amount ? [amount, ...(rest.get(row) ?? [])] : []
}

const ownerOf = ({ owner }: Columns, row: number): string | null =>
  owner.values[owner.codes[row] ?? 0] || null

/** What is not as it should be, by tag and then by the names of resources. */
export function listViolations(
  scope: Scope,
  { policyId, kind, owner, search, offset, limit }: ParsedInput<'tagPolicies.listViolations'>,
): Violations {
  const index = indexOf(scope)
  const { columns } = index
  const wanted = search.toLowerCase()
  const all = violationsIn(scope, index).filter(
    ({ row, policy, violation }) =>
      (policyId === undefined || policy.id === policyId) &&
      (kind === undefined || violation.kind === kind) &&
      (owner === undefined || ownerOf(columns, row) === owner) &&
      (wanted === '' ||
        columns.names[row]?.toLowerCase().includes(wanted) ||
        violation.value?.toLowerCase().includes(wanted)),
  )
  return {
    total: all.length,
    items: all.slice(offset, offset + limit).map(({ row, policy, violation }) => ({
      resourceId: columns.ids[row] ?? 0,
      name: columns.names[row] ?? '',
      type: columns.type.values[columns.type.codes[row] ?? 0] ?? '',
      connectionName: connectionOf(columns, row)?.name ?? '',
      owner: ownerOf(columns, row),
      policyId: policy.id,
      tagKey: policy.tagKey,
      ...violation,
    })),
  }
}

type Found = { row: number; policy: TagPolicy; violation: Violation }

/** Kept for as long as neither the inventory nor the policies change: pages of one list are asked for one after another. */
function violationsIn(scope: Scope, index: ResourceIndex): readonly Found[] {
  const policies = listTagPolicies(scope).items
  const key = `violations ${JSON.stringify(policies)}`
  const { answers, names } = index.columns
  const known = answers.get(key) as readonly Found[] | undefined
  if (known) return known
  const folded = (row: number): string => names[row]?.toLowerCase() ?? ''
  const found = judgedOf(index, policies)
    .flatMap(({ row, findings }) =>
      findings.flatMap(({ policy, violation }): Found[] => (violation ? [{ row, policy, violation }] : [])),
    )
    .map((one) => ({ one, name: folded(one.row) }))
    .sort(
      (a, b) =>
        compareText(a.one.policy.tagKey, b.one.policy.tagKey) ||
        compareText(a.name, b.name) ||
        a.one.row - b.one.row,
    )
    .map(({ one }) => one)
  answers.set(key, found)
  return found
}

function judgedOf({ columns }: ResourceIndex, policies: readonly TagPolicy[]): Judged[] {
  const found: Judged[] = []
  for (let row = 0; row < columns.size; row += 1) {
    if (columns.isGone[row] === 1) continue
    const thing = {
      provider: connectionOf(columns, row)?.provider ?? '',
      type: columns.type.values[columns.type.codes[row] ?? 0] ?? '',
    }
    const own = policies.filter((policy) => concerns(policy, thing))
    const tags = own.length > 0 ? tagsOf(columns, row) : NO_TAGS
    found.push({ row, findings: own.map((policy) => ({ policy, violation: violationOf(policy, tags) })) })
  }
  return found
}

const NO_TAGS: ReadonlyMap<string, string> = new Map()

const connectionOf = ({ connection, connections }: Columns, row: number) =>
  connections.get(connection.values[connection.codes[row] ?? 0] ?? '')

/** What people have set by hand counts as what the provider says. */
function tagsOf({ tags }: Columns, row: number): Map<string, string> {
  const found = new Map<string, string>()
  for (let at = tags.starts[row] ?? 0; at < (tags.starts[row + 1] ?? 0); at += 1) {
    const code = tags.codes[at] ?? 0
    const key = tags.keys[code] ?? ''
    // A label is the key, and a value after a colon and a space.
    found.set(key, (tags.labels[code] ?? '').slice(key.length + 2))
  }
  return found
}
