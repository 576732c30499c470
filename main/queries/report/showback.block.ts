import { asc, eq } from 'drizzle-orm'
import type { DocBlock, DocRow } from '#main/core/report/document.ts'
import { hierarchies } from '#main/store/schema/allocation.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { previousOf } from '#shared/lib/view-period.ts'
import { getShowback } from '../allocation/showback.query.ts'
import { changeRatio } from '../figures.ts'
import type { Scope } from '../scope.ts'
import { type BlockOf, titleIn } from './block.ts'
import { type Basis, departmentSheets } from './department-sheets.ts'
import { tagOfKind } from './facts.ts'
import { type Report, Untold } from './report.ts'
import { docTable, femtosOf, minus, moneyColumn, plainColumn, plus, textColumn } from './tables.ts'

type Showback = CallOutput<'allocation.getShowback'>

/** Who bears what by a hierarchy, or by departments where there is none; a table for each currency. */
export function showbackBlocks(report: Report, block: BlockOf<'showback'>): DocBlock[] {
  const title = block.title || report.t.titles.showback
  const by = basisOf(report.scope, block.hierarchyId)
  const first = ask(report, by)
  if (first.rows.length === 0) return [report.untold(block.id, title, 'data.none')]
  const all = first.currencies.map((currency) =>
    currency === first.currency ? first : ask(report, by, currency),
  )
  const trees = all.map(
    (showback): DocBlock => ({
      kind: 'table',
      id: block.id,
      title: titleIn(title, showback.currency, all.length),
      table: tableOf(report, block, showback),
    }),
  )
  return block.isDetailed ? [...trees, ...departmentSheets(report, block, by, first.rows)] : trees
}

function basisOf(scope: Scope, hierarchyId: string | null): Basis {
  if (hierarchyId !== null) return { hierarchyId }
  const first = scope.db
    .select({ id: hierarchies.id })
    .from(hierarchies)
    .where(eq(hierarchies.workspaceId, scope.workspaceId))
    .orderBy(asc(hierarchies.name), asc(hierarchies.id))
    .get()
  if (first) return { hierarchyId: first.id }
  const tag = tagOfKind(scope, 'department')
  if (!tag) throw new Untold('hierarchy.none')
  return { tagId: tag.id }
}

function ask({ scope, spec, period }: Report, by: Basis, currency?: Currency): Showback {
  const compared = previousOf(spec.period, period)
  try {
    return getShowback(scope, {
      by,
      ...period,
      compareFrom: compared.from,
      compareTo: compared.to,
      metric: 'billed',
      vat: spec.vat,
      currency,
      mode: 'showback',
    })
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    if (thrown.code === 'hierarchy.notFound') throw new Untold('hierarchy.gone')
    if (thrown.code === 'virtualTag.isOff') throw new Untold('allocation.off', String(thrown.details.name))
    if (thrown.code === 'virtualTag.notFound') throw new Untold('allocation.none')
    throw thrown
  }
}

function tableOf(report: Report, block: BlockOf<'showback'>, { currency, rows, total, before }: Showback) {
  const { t } = report
  const money = (key: string, title: string) => moneyColumn({ key, title }, currency)
  const made = withOwn(rows, t.ownCosts).map(
    (row): DocRow => ({
      cells: [
        row.label ?? t.nobody,
        row.direct,
        row.shared,
        row.total,
        row.share,
        row.before,
        row.before === null ? null : minus(row.total, row.before),
        row.changeRatio,
      ],
      level: row.depth,
      // What stands above others holds theirs: adding it up again would count them twice.
      ...(row.isSum ? { role: 'sum' as const } : {}),
    }),
  )
  const top = rows.filter(({ depth }) => depth === 0)
  return docTable(
    {
      columns: [
        textColumn('department', t.columns.department, 2.4),
        money('direct', t.columns.direct),
        money('shared', t.columns.shared),
        money('total', t.columns.total),
        plainColumn('share', t.columns.share, 'share'),
        money('before', t.columns.before),
        money('change', t.columns.change),
        plainColumn('changeRatio', t.columns.changeRatio, 'share'),
      ],
      rows: () => made,
      count: made.length,
      total: {
        cells: [
          t.total,
          plus(top.map((row) => row.direct)),
          plus(top.map((row) => row.shared)),
          total,
          null,
          before,
          before === null ? null : minus(total, before),
          before === null
            ? null
            : changeRatio(femtosOf(total) - femtosOf(before), femtosOf(before), currency),
        ],
        role: 'sum',
      },
    },
    { limit: block.limit, isPreview: report.options.isPreview },
  )
}

type Row = Showback['rows'][number]

/** What a node above others bears by itself stands under it as a row of its own, so that the rows add up to their head. */
function withOwn(rows: readonly Row[], ownCosts: string): (Row & { isSum: boolean })[] {
  const children = Map.groupBy(rows, ({ parentKey }) => parentKey)
  return rows.flatMap((row) => {
    const own = row.key === null ? undefined : children.get(row.key)
    if (!own) return [{ ...row, isSum: false }]
    const left = (of: (one: Row) => string | null): string => minus(of(row) ?? '0', plus(own.map(of)))
    const rest: Row = {
      ...row,
      label: ownCosts,
      depth: row.depth + 1,
      direct: left((one) => one.direct),
      shared: left((one) => one.shared),
      total: left((one) => one.total),
      before: row.before === null ? null : left((one) => one.before),
      changeRatio: null,
      share: null,
    }
    const isNothing = [rest.direct, rest.shared, rest.before ?? '0'].every((amount) => amount === '0')
    return [{ ...row, isSum: true }, ...(isNothing ? [] : [{ ...rest, isSum: false }])]
  })
}
