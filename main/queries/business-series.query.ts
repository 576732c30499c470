import { and, asc, eq, gte, lte } from 'drizzle-orm'
import { gapsOf, type Point } from '#main/core/business/series.ts'
import { unitSeries, unitValues } from '#main/store/schema/allocation.ts'
import type { SeriesView } from '#shared/contract/business.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { compareNames } from './order.ts'
import type { Scope } from './scope.ts'

type Whose = Pick<Scope, 'db' | 'workspaceId'>
export type KeptSeries = typeof unitSeries.$inferSelect

/** An empty part is everything at once. */
const partOf = (part: string): string | null => (part === '' ? null : part)

export function findSeries({ db, workspaceId }: Whose, id: string): KeptSeries {
  const found = db
    .select()
    .from(unitSeries)
    .where(and(eq(unitSeries.id, id), eq(unitSeries.workspaceId, workspaceId)))
    .get()
  if (!found) throw new AppError('series.notFound')
  return found
}

/** All values of a series, or those of some days, by day and part. */
export function readPoints({ db }: Pick<Scope, 'db'>, id: string, range?: { from: Day; to: Day }): Point[] {
  const rows = db
    .select({ day: unitValues.day, part: unitValues.part, value: unitValues.value })
    .from(unitValues)
    .where(
      and(
        eq(unitValues.seriesId, id),
        ...(range ? [gte(unitValues.day, range.from), lte(unitValues.day, range.to)] : []),
      ),
    )
    .orderBy(asc(unitValues.day), asc(unitValues.part))
    .all()
  return rows.map(({ day, part, value }) => ({
    day,
    part: partOf(part),
    femtos: parseDecimal(value) ?? 0n,
  }))
}

/** By name, with what is missing between their first and last values. */
export function listSeries({ db, workspaceId }: Scope): CallOutput<'business.listSeries'> {
  const rows = db
    .select()
    .from(unitSeries)
    .where(eq(unitSeries.workspaceId, workspaceId))
    .all()
    .map((row): SeriesView => {
      const { id, name, unit, step, kind, role, currency, tagId } = row
      const points = readPoints({ db }, id)
      return {
        ...{ id, name, unit, step, kind, role, currency, tagId },
        firstDay: points[0]?.day ?? null,
        lastDay: points.at(-1)?.day ?? null,
        values: points.length,
        gaps: gapsOf(step, points),
        zeros: points.filter(({ femtos }) => femtos === 0n).length,
        parts: [...new Set(points.flatMap(({ part }) => part ?? []))].sort(compareNames),
      }
    })
  return { items: rows.sort((a, b) => compareNames(a.name, b.name)) }
}

export function listValues(
  scope: Scope,
  { id, from, to }: ParsedInput<'business.listValues'>,
): CallOutput<'business.listValues'> {
  findSeries(scope, id)
  const points = readPoints(scope, id, { from, to })
  return { items: points.map(({ day, part, femtos }) => ({ day, part, value: formatDecimal(femtos) })) }
}
