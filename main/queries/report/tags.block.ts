import { inventoryTexts } from '#main/core/export/inventory-texts.ts'
import type { DocBlock, DocRow, DocTable } from '#main/core/report/document.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { listTagPolicies } from '../allocation/tag-policies.query.ts'
import { getTagReport, listViolations } from '../allocation/tag-report.query.ts'
import type { BlockOf } from './block.ts'
import type { Report } from './report.ts'
import { docTable, moneyColumn, plainColumn, plus, textColumn } from './tables.ts'

const PAGE = 500

type TagReport = CallOutput<'tagPolicies.getReport'>

/** How requirements for tags are kept, whose resources do not keep them, and which those are. */
export function tagsBlocks(report: Report, block: BlockOf<'tags'>): DocBlock[] {
  const { scope, t, period } = report
  const names = new Map(listTagPolicies(scope).items.map(({ id, tagKey }) => [id, tagKey]))
  const title = block.title || t.titles.tagPolicies
  if (names.size === 0) return [report.untold(block.id, title, 'tagPolicies.none')]
  const told = getTagReport(scope, period)
  const table = (name: string, of: DocTable): DocBlock => ({
    kind: 'table',
    id: block.id,
    title: name,
    table: of,
  })
  const violations = violationTable(report, block)
  return [
    table(title, policyTable(report, told, names)),
    table(t.titles.tagOwners, ownerTable(report, told)),
    violations
      ? table(t.titles.violations, violations)
      : report.untold(block.id, t.titles.violations, 'violations.none'),
  ]
}

function policyTable({ t, options }: Report, { policies }: TagReport, names: ReadonlyMap<string, string>) {
  const rows = policies.map(
    ({ policyId, resources, good, missing, wrong, costRatio }): DocRow => ({
      cells: [
        names.get(policyId) ?? '',
        String(resources),
        String(good),
        String(missing),
        String(wrong),
        costRatio,
      ],
    }),
  )
  return docTable(
    {
      columns: [
        textColumn('tag', t.columns.tag),
        plainColumn('resources', t.columns.resources, 'count'),
        plainColumn('good', t.columns.good, 'count'),
        plainColumn('missing', t.columns.missing, 'count'),
        plainColumn('wrong', t.columns.wrong, 'count'),
        plainColumn('goodCost', t.columns.goodCost, 'share'),
      ],
      rows: () => rows,
      count: rows.length,
    },
    { limit: null, isPreview: options.isPreview },
  )
}

/** A row for each currency of an owner; how many resources stands at the first. */
function ownerTable({ t, words, options }: Report, { owners, resources, violating }: TagReport) {
  const rows = owners.flatMap(({ owner, resources: own, good, costs: spent }): DocRow[] => {
    const head = [owner ?? words.labelOf('owner', null, null), String(own), String(own - good)]
    if (spent.length === 0) return [{ cells: [...head, null, null] }]
    return spent.map(({ currency, amount, good: kept }, at) => ({
      cells: [...(at === 0 ? head : [head[0] ?? null, null, null]), amount, kept],
      unit: currency,
    }))
  })
  const costs = owners.flatMap((owner) => owner.costs)
  const currencies = new Set(costs.map(({ currency }) => currency))
  const [only] = currencies
  return docTable(
    {
      columns: [
        textColumn('owner', t.columns.owner),
        plainColumn('resources', t.columns.resources, 'count', true),
        plainColumn('violating', t.columns.violating, 'count', true),
        moneyColumn({ key: 'cost', title: t.columns.cost }, currencies.size === 1 && only ? only : null),
        moneyColumn({ key: 'goodCost', title: t.columns.good }, currencies.size === 1 && only ? only : null),
      ],
      rows: () => rows,
      count: rows.length,
      total: {
        cells: [
          t.total,
          String(resources),
          String(violating),
          ...(currencies.size === 1
            ? [plus(costs.map(({ amount }) => amount)), plus(costs.map(({ good }) => good))]
            : [null, null]),
        ],
        role: 'sum',
      },
    },
    { limit: null, isPreview: options.isPreview },
  )
}

function violationTable(report: Report, block: BlockOf<'tags'>): DocTable | null {
  const { scope, t, words, language } = report
  const ask = (offset: number, limit: number) =>
    listViolations(scope, {
      policyId: undefined,
      kind: undefined,
      owner: undefined,
      search: '',
      offset,
      limit,
    })
  const { total } = ask(0, 1)
  if (total === 0) return null
  const types = inventoryTexts[language].types as Record<string, string>
  const rowOf = (one: ReturnType<typeof ask>['items'][number]): DocRow => ({
    cells: [
      one.name,
      types[one.type] ?? one.type,
      one.connectionName,
      one.owner ?? words.labelOf('owner', null, null),
      one.tagKey,
      one.kind === 'missing' ? t.violations.missing : t.violations.wrong,
      one.value ?? null,
    ],
  })
  return docTable(
    {
      columns: [
        textColumn('resource', t.columns.resource, 2),
        textColumn('type', t.columns.type, 1.2),
        textColumn('connection', t.columns.connection, 1.4),
        textColumn('owner', t.columns.owner, 1.4),
        textColumn('tag', t.columns.tag, 1),
        textColumn('violation', t.columns.violation, 1.6),
        textColumn('value', t.columns.value, 1.2),
      ],
      rows: function* () {
        for (let offset = 0; offset < total; offset += PAGE) yield* ask(offset, PAGE).items.map(rowOf)
      },
      count: total,
    },
    { limit: block.limit, isPreview: report.options.isPreview },
  )
}
