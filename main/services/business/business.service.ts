import { isOnStep } from '#main/core/business/series.ts'
import { isComplete } from '#main/core/business/terms.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { findSeries } from '#main/queries/business-series.query.ts'
import { findVirtualTag, tagsOnSeries } from '#main/queries/client-terms.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ReadableDb, WritableDb } from '#main/store/db.ts'
import { insertAnnotation, removeAnnotation, updateAnnotation } from '#main/store/repos/annotations.repo.ts'
import { putTerms, removeTerms } from '#main/store/repos/client-terms.repo.ts'
import {
  findSeriesName,
  insertSeries,
  putValues,
  removeSeries,
  removeValues,
  updateSeries,
} from '#main/store/repos/unit-series.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { loadSeriesFile, previewSeriesFile } from './load-file.ts'

type Empty = Record<string, never>
type Point = ParsedInput<'business.putValues'>['values'][number]

/** What people say of the business behind the costs: how much of what there was, what clients pay, what happened when. */
export type BusinessService = ReturnType<typeof createBusiness>

export function createBusiness({ store, ports }: { store: Store; ports: Ports }) {
  const said = ({ userId }: Session) => ({ userId, updatedAtMs: ports.clock.nowMs() })

  return {
    addSeries(session: Session, input: ParsedInput<'business.addSeries'>): { id: string } {
      const { workspaceId } = session
      if (input.role === 'revenue' && input.currency === null) throw new AppError('series.noCurrency')
      const id = ports.ids.next()
      store.transaction((db) => {
        if (input.tagId !== null) findVirtualTag({ db, workspaceId }, input.tagId)
        refuseTaken(db, session, input.name, null)
        // Roubles add up: revenue is never a stock, and units have no currency.
        const money = input.role === 'revenue' ? { kind: 'flow' as const } : { currency: null }
        insertSeries(db, { ...input, ...money, ...said(session), id, workspaceId })
      })
      return { id }
    },

    updateSeries(session: Session, { id, ...facts }: ParsedInput<'business.updateSeries'>): Empty {
      const { workspaceId } = session
      store.transaction((db) => {
        const { role } = findSeries({ db, workspaceId }, id)
        refuseTaken(db, session, facts.name, id)
        const kind = role === 'revenue' ? 'flow' : facts.kind
        updateSeries(db, { workspaceId, id }, { ...facts, ...said(session), kind })
      })
      return {}
    },

    removeSeries({ workspaceId }: Session, id: string): Empty {
      store.transaction((db) => {
        const { name } = findSeries({ db, workspaceId }, id)
        const users = tagsOnSeries({ db, workspaceId }, id)
        if (users.length > 0) throw new AppError('series.inUse', { name, users: users.join(', ') })
        removeSeries(db, { workspaceId, id })
      })
      return {}
    },

    putValues(
      { workspaceId }: Session,
      { id, values }: ParsedInput<'business.putValues'>,
    ): CallOutput<'business.putValues'> {
      return store.transaction((db) => {
        const series = findSeries({ db, workspaceId }, id)
        refuseBad(series, values)
        const put = values.flatMap(({ value, ...key }) => (value === null ? [] : [{ ...key, value }]))
        putValues(db, id, put)
        const removed = removeValues(
          db,
          id,
          values.filter(({ value }) => value === null),
        )
        return { put: put.length, removed }
      })
    },

    readFile: (scope: Scope, input: ParsedInput<'business.readFile'>) =>
      previewSeriesFile({ scope, inbox: ports.inbox }, input),

    loadValues: ({ workspaceId }: Session, input: ParsedInput<'business.loadFile'>) =>
      loadSeriesFile({ store, inbox: ports.inbox, workspaceId }, input),

    putTerms(session: Session, input: ParsedInput<'business.putTerms'>): { id: string } {
      const { workspaceId } = session
      if (!isComplete(input)) throw new AppError('terms.incomplete')
      const isFixed = input.kind === 'fixed'
      const { tagId, part, fromDay, kind } = input
      const id = ports.ids.next()
      return store.transaction((db) => {
        findVirtualTag({ db, workspaceId }, tagId)
        const kept = putTerms(db, {
          ...{ id, tagId, part, fromDay, kind },
          percent: isFixed ? null : input.percent,
          price: isFixed ? input.price : null,
          currency: isFixed ? input.currency : null,
          ...said(session),
        })
        return { id: kept }
      })
    },

    removeTerms({ workspaceId }: Session, id: string): Empty {
      if (!store.transaction((db) => removeTerms(db, workspaceId, id))) throw new AppError('terms.notFound')
      return {}
    },

    addAnnotation(session: Session, input: ParsedInput<'annotations.add'>): { id: string } {
      const { workspaceId, userId } = session
      const { from: fromDay, to: toDay, text, where } = input
      const id = ports.ids.next()
      const atMs = ports.clock.nowMs()
      store.transaction((db) =>
        insertAnnotation(db, { id, workspaceId, fromDay, toDay, text, where, userId, atMs }),
      )
      return { id }
    },

    updateAnnotation(session: Session, input: ParsedInput<'annotations.update'>): Empty {
      const { workspaceId, userId } = session
      const { id, from: fromDay, to: toDay, text } = input
      const facts = { fromDay, toDay, text, userId, atMs: ports.clock.nowMs() }
      if (!store.transaction((db) => updateAnnotation(db, { workspaceId, id }, facts)))
        throw new AppError('annotation.notFound')
      return {}
    },

    removeAnnotation({ workspaceId }: Session, id: string): Empty {
      if (!store.transaction((db) => removeAnnotation(db, { workspaceId, id })))
        throw new AppError('annotation.notFound')
      return {}
    },
  }
}

function refuseTaken(
  db: ReadableDb | WritableDb,
  { workspaceId }: Session,
  name: string,
  own: string | null,
): void {
  const taken = findSeriesName(db as ReadableDb, { workspaceId, name })
  if (taken !== null && taken !== own) throw new AppError('series.nameTaken', { name })
}

/** Values that are not of the series' days and parts, or two for the same. */
function refuseBad(series: ReturnType<typeof findSeries>, values: readonly Point[]): void {
  const seen = new Set<string>()
  for (const { day, part, value } of values) {
    const isByPart = series.tagId !== null
    if (!isOnStep(series.step, day) || isByPart !== (part !== null && part.trim() !== ''))
      throw new AppError('series.badValue', { day, value: value ?? '—' })
    const key = `${day} ${part ?? ''}`
    if (seen.has(key)) throw new AppError('series.valueTwice', { day, part: part ?? '—' })
    seen.add(key)
  }
}
