import { and, asc, eq } from 'drizzle-orm'
import { fromFemtos } from '#main/core/money/money.ts'
import { runRate } from '#main/core/rules/run-rate.ts'
import { clientTerms, virtualTags } from '#main/store/schema/allocation.ts'
import type { VirtualKind } from '#shared/contract/allocation.ts'
import type { SectionView } from '#shared/contract/explorer.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { moneyView } from '../figures.ts'
import { listRecommendations } from '../recommendations.query.ts'
import type { Scope } from '../scope.ts'
import { progressIn } from './months.ts'
import type { Report } from './report.ts'
import { femtosOf } from './tables.ts'

type Forecast = { month: Day; amounts: MoneyView[]; daysDone: number; daysInMonth: number }

/** What the running month will come to at the pace of its whole days, under the report's filter. */
export function forecastOf(report: Report, blockId: string | null): Forecast | null {
  const progress = progressIn(report.scope, report.scope.today)
  if (progress.lastDone === null) return null
  const { sections } = report.chartOf(
    blockId,
    report.ownView({ period: { from: progress.first, to: progress.lastDone }, comparison: 'none' }),
  )
  const amounts = sections.flatMap(({ unit, isCurrency, total }): MoneyView[] => {
    if (!isCurrency) return []
    const currency = unit as Currency
    const rate = runRate(fromFemtos(femtosOf(total.total), currency), progress)
    return rate ? [moneyView(rate.femtos, currency)] : []
  })
  return { month: progress.first, amounts, daysDone: progress.daysDone, daysInMonth: progress.daysInMonth }
}

/** The budget of the report's days by currency; an empty list where there is none. */
export function budgetOf(report: Report, blockId: string | null): (MoneyView & { section: SectionView })[] {
  const { sections } = report.chartOf(blockId, report.ownView({ comparison: 'budget' }))
  return sections.flatMap((section) =>
    section.isCurrency && section.budget !== null && section.total.before !== null
      ? [{ amount: section.total.before, currency: section.unit as Currency, section }]
      : [],
  )
}

export function savingsOf({ scope }: Report): { savings: MoneyView[]; count: number } {
  const { savings, total } = listRecommendations(scope, {
    search: '',
    status: 'active',
    sort: 'savings',
    direction: 'desc',
    offset: 0,
    limit: 1,
    category: undefined,
    resourceId: undefined,
  })
  return { savings, count: total }
}

type Tag = { id: string; name: string; isOn: boolean }

/** The first virtual tag of a kind that is on, else the first that there is. */
export function tagOfKind({ db, workspaceId }: Scope, kind: VirtualKind): Tag | null {
  const { id, name, isOn } = virtualTags
  const rows = db
    .select({ id, name, isOn })
    .from(virtualTags)
    .where(and(eq(virtualTags.workspaceId, workspaceId), eq(virtualTags.kind, kind)))
    .orderBy(asc(name), asc(id))
    .all()
  return rows.find((row) => row.isOn) ?? rows[0] ?? null
}

/** Whose parts have terms. */
export function clientTag(scope: Scope): Tag | null {
  const { id, name, isOn } = virtualTags
  return (
    scope.db
      .selectDistinct({ id, name, isOn })
      .from(virtualTags)
      .innerJoin(clientTerms, eq(clientTerms.tagId, id))
      .where(eq(virtualTags.workspaceId, scope.workspaceId))
      .orderBy(asc(name), asc(id))
      .get() ?? tagOfKind(scope, 'client')
  )
}

type Allocated = { currency: Currency; allocated: string; total: string }

/** How much of the report's costs some department has, by currency; null where nothing tells departments apart. */
export function allocatedOf(report: Report): Allocated[] | null {
  const tag = tagOfKind(report.scope, 'department')
  if (!tag?.isOn) return null
  const kept = report.chartOf(
    null,
    report.ownView({
      comparison: 'none',
      where: [[{ dimension: `virtual:${tag.id}`, op: 'notEmpty', values: [] }]],
    }),
  ).sections
  return report.sections().map(({ unit, total }) => ({
    currency: unit as Currency,
    allocated: kept.find((section) => section.unit === unit)?.total.total ?? '0',
    total: total.total,
  }))
}
