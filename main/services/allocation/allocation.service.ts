import type { Ports } from '#main/ports/ports.ts'
import type { Store } from '#main/store/store.ts'
import { createHierarchies } from './hierarchies.ts'
import { createTagPolicies } from './tag-policies.ts'
import { createVirtualTags } from './virtual-tags.ts'

export type AllocationService = ReturnType<typeof createAllocation>

/** Whose costs are: virtual tags, the trees that gather their values, and what tags resources ought to have. */
export function createAllocation(parts: { store: Store; ports: Ports }) {
  return {
    tags: createVirtualTags(parts),
    hierarchies: createHierarchies(parts),
    policies: createTagPolicies(parts),
  }
}
