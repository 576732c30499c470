import type { DemoFigures } from '#main/core/demo/generator.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertAnnotation, removeAnnotationsOf } from '#main/store/repos/annotations.repo.ts'
import { putTerms } from '#main/store/repos/client-terms.repo.ts'
import {
  insertSeries,
  lastDayOf,
  putValues,
  readSeries,
  removeSeriesOf,
} from '#main/store/repos/unit-series.repo.ts'
import { insertVirtualTag } from '#main/store/repos/virtual-tags.repo.ts'
import { idFor } from './ids.ts'

const seriesId = (workspaceId: string, key: string): string => idFor(workspaceId, `series-${key}`)

/** As write-allocation names the tags of the demo. */
const tagIdOf = (workspaceId: string, key: string): string => `${workspaceId}-${key}`

type First = Pick<DemoFigures, 'series' | 'clients' | 'annotations' | 'startedAtMs'>

/** What the demo person counts, whom they work for and what they have noted down, as on the first day. */
export function writeFirstBusiness(
  db: WritableDb,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  { series, clients, annotations, startedAtMs: atMs }: First,
): void {
  const own = { workspaceId, userId, updatedAtMs: atMs }
  for (const { series: one, values } of series) {
    const { key, name, unit, step, kind, role, currency, tag } = one
    const id = seriesId(workspaceId, key)
    const tagId = tag === null ? null : tagIdOf(workspaceId, tag)
    insertSeries(db, { id, ...own, name, unit, step, kind, role, currency, tagId })
    putValues(db, id, values)
  }
  const { key: tagKey, name, rules } = clients.tag
  const tagId = tagIdOf(workspaceId, tagKey)
  insertVirtualTag(db, {
    ...{ id: tagId, ...own, name, kind: 'client' },
    rules: rules.map((rule, at) => ({
      ...{ id: `${tagKey}-${at + 1}`, isOn: true, cost: null, from: null, to: null },
      ...rule,
    })),
  })
  for (const [at, terms] of clients.terms.entries())
    putTerms(db, {
      ...{ id: idFor(workspaceId, `terms-${at + 1}`), tagId, userId, updatedAtMs: atMs },
      ...terms,
    })
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
