import { exportView, readView } from '#main/queries/portable-view.query.ts'
import { getBoard, listCostFilters, listViews } from '#main/queries/views.query.ts'
import type { views } from '#shared/contract/views.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const viewsHandlers = ({ views: kept, scopeOf }: Parts): HandlersOf<typeof views> => ({
  'views.list': (_, { session }) => listViews(scopeOf(session)),
  'views.add': (input, { session }) => kept.add(session, input),
  'views.update': (input, { session }) => kept.update(session, input),
  'views.remove': ({ id }, { session }) => kept.remove(session, id),
  'views.export': (input, { session }) => exportView(scopeOf(session), input),
  'views.read': (input, { session }) => readView(scopeOf(session), input),
  'costFilters.list': (_, { session }) => listCostFilters(scopeOf(session)),
  'costFilters.add': (input, { session }) => kept.addFilter(session, input),
  'costFilters.update': (input, { session }) => kept.updateFilter(session, input),
  'costFilters.remove': ({ id }, { session }) => kept.removeFilter(session, id),
  'boards.get': (_, { session }) => getBoard(scopeOf(session), session.userId),
  'boards.update': (input, { session }) => kept.updateBoard(session, input),
  'boards.reset': (_, { session }) => kept.resetBoard(session),
})
