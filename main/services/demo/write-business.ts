import type { DemoFigures } from '#main/core/demo/generator.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertAnnotation, removeAnnotationsOf } from '#main/store/repos/annotations.repo.ts'
import {
  insertSeries,
  lastDayOf,
  putValues,
  readSeries,
  removeSeriesOf,
} from '#main/store/repos/unit-series.repo.ts'
import { idFor } from './ids.ts'

const seriesId = (workspaceId: string, key: string): string => idFor(workspaceId, `series-${key}`)

/** What the demo person counts and has noted down, as on the first day. */
export function writeFirstBusiness(
  db: WritableDb,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  { series, annotations, startedAtMs: atMs }: Pick<DemoFigures, 'series' | 'annotations' | 'startedAtMs'>,
): void {
  for (const { series: one, values } of series) {
    const { key, name, unit, step, kind } = one
    const id = seriesId(workspaceId, key)
    insertSeries(db, {
      ...{ id, workspaceId, name, unit, step, kind, userId },
      ...{ role: 'units', currency: null, tagId: null, updatedAtMs: atMs },
    })
    putValues(db, id, values)
  }
  for (const { key, text, from, to } of annotations)
    insertAnnotation(db, {
      ...{ id: idFor(workspaceId, `note-${key}`), workspaceId, userId, text, atMs },
      ...{ fromDay: from, toDay: to, where: [] },
    })
}

/** The days since the last value; what a person has said of those before stays, and so does what they removed. */
export function continueBusiness(
  db: WritableDb,
  workspaceId: string,
  { series }: Pick<DemoFigures, 'series'>,
): void {
  for (const { series: one, values } of series) {
    const id = seriesId(workspaceId, one.key)
    if (!readSeries(db, { workspaceId, id })) continue
    const last = lastDayOf(db, id)
    putValues(
      db,
      id,
      values.filter(({ day }) => last === null || day > last),
    )
  }
}

export function removeBusiness(db: WritableDb, workspaceId: string): void {
  removeSeriesOf(db, workspaceId)
  removeAnnotationsOf(db, workspaceId)
}
