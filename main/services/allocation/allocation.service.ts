import type { Ports } from '#main/ports/ports.ts'
import type { WorkedTags } from '#main/queries/allocation/worked-tags.ts'
import type { Store } from '#main/store/store.ts'
import { createHierarchies } from './hierarchies.ts'
import { createSuggestions } from './suggestions.ts'
import { createTagPolicies } from './tag-policies.ts'
import { createVirtualTags } from './virtual-tags.ts'

export type AllocationService = ReturnType<typeof createAllocation>

/** Whose costs are: virtual tags, the trees that gather their values, and what tags resources ought to have. */
export function createAllocation(parts: { store: Store; ports: Ports; worked: WorkedTags }) {
  return {
    tags: createVirtualTags(parts),
    suggestions: createSuggestions(parts),
    hierarchies: createHierarchies(parts),
    policies: createTagPolicies(parts),
  }
}
