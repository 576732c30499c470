import { listHierarchies, listTags } from '#main/queries/allocation/lists.query.ts'
import { previewRules } from '#main/queries/allocation/preview.query.ts'
import { getShowback } from '#main/queries/allocation/showback.query.ts'
import { listSuggestions } from '#main/queries/allocation/suggestions.query.ts'
import { listTagPolicies } from '#main/queries/allocation/tag-policies.query.ts'
import { getTagReport, listViolations } from '#main/queries/allocation/tag-report.query.ts'
import { exportShowback } from '#main/services/export/inventory-export.ts'
import type { allocation as calls } from '#shared/contract/allocation.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const allocationHandlers = ({ allocation, worked, scopeOf }: Parts): HandlersOf<typeof calls> => ({
  'allocation.listTags': (_, { session }) => listTags(scopeOf(session)),
  'allocation.addTag': (input, { session }) => allocation.tags.add(session, input),
  'allocation.updateTag': (input, { session }) => allocation.tags.update(session, input),
  'allocation.removeTag': (input, { session }) => allocation.tags.remove(session, input),
  'allocation.preview': (input, { session }) => previewRules(scopeOf(session), worked, input),
  'allocation.listSuggestions': (input, { session }) => listSuggestions(scopeOf(session), worked, input),
  'allocation.acceptSuggestions': (input, { session }) =>
    allocation.suggestions.accept(session, scopeOf(session), input),
  'allocation.dismissSuggestion': (input, { session }) => allocation.suggestions.dismiss(session, input),
  'allocation.getShowback': (input, { session }) => getShowback(scopeOf(session), input),
  'allocation.exportShowback': (input, { session }) => exportShowback(scopeOf(session), input),
  'hierarchies.list': (_, { session }) => listHierarchies(scopeOf(session)),
  'hierarchies.add': (input, { session }) => allocation.hierarchies.add(session, input),
  'hierarchies.update': (input, { session }) => allocation.hierarchies.update(session, input),
  'hierarchies.remove': (input, { session }) => allocation.hierarchies.remove(session, input),
  'tagPolicies.list': (_, { session }) => listTagPolicies(scopeOf(session)),
  'tagPolicies.add': (input, { session }) => allocation.policies.add(session, input),
  'tagPolicies.update': (input, { session }) => allocation.policies.update(session, input),
  'tagPolicies.remove': (input, { session }) => allocation.policies.remove(session, input),
  'tagPolicies.getReport': (input, { session }) => getTagReport(scopeOf(session), input),
  'tagPolicies.listViolations': (input, { session }) => listViolations(scopeOf(session), input),
})
