import type { allocation } from '#shared/contract/allocation.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

const missing = (): never => {
  throw new AppError('call.unknown')
}

export const allocationHandlers = (_: Parts): HandlersOf<typeof allocation> => ({
  'allocation.listTags': missing,
  'allocation.addTag': missing,
  'allocation.updateTag': missing,
  'allocation.removeTag': missing,
  'allocation.preview': missing,
  'allocation.listSuggestions': missing,
  'allocation.acceptSuggestions': missing,
  'allocation.dismissSuggestion': missing,
  'allocation.getShowback': missing,
  'allocation.exportShowback': missing,
  'hierarchies.list': missing,
  'hierarchies.add': missing,
  'hierarchies.update': missing,
  'hierarchies.remove': missing,
  'tagPolicies.list': missing,
  'tagPolicies.add': missing,
  'tagPolicies.update': missing,
  'tagPolicies.remove': missing,
  'tagPolicies.getReport': missing,
  'tagPolicies.listViolations': missing,
})
