import type { views } from '#shared/contract/views.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

const missing = (): never => {
  throw new AppError('call.unknown')
}

export const viewsHandlers = (_: Parts): HandlersOf<typeof views> => ({
  'views.list': missing,
  'views.add': missing,
  'views.update': missing,
  'views.remove': missing,
  'views.export': missing,
  'views.read': missing,
  'costFilters.list': missing,
  'costFilters.add': missing,
  'costFilters.update': missing,
  'costFilters.remove': missing,
  'boards.get': missing,
  'boards.update': missing,
  'boards.reset': missing,
})
