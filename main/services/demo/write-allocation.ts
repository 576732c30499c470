import type { WritableDb } from '#main/store/db.ts'
import { insertHierarchy, removeHierarchies } from '#main/store/repos/hierarchies.repo.ts'
import { insertTagPolicy, removeTagPolicies } from '#main/store/repos/tag-policies.repo.ts'
import { insertVirtualTag, removeVirtualTags } from '#main/store/repos/virtual-tags.repo.ts'
import { demoCompany } from '#resources/demo/company.ts'

type Whose = { workspaceId: string; userId: string; atMs: number }

/** Made from the workspace's own and fit for a dimension, so that links and views hold when they are made anew. */
const idOf = (workspaceId: string, key: string): string => `${workspaceId}-${key}`

/** Virtual tags, a tree and tag policies as on the first day; whatever stood there is gone. */
export function writeFirstAllocation(db: WritableDb, { workspaceId, userId, atMs }: Whose): void {
  const { tags, hierarchy, policies } = demoCompany.allocation
  removeAllocation(db, workspaceId)
  const own = { workspaceId, userId, updatedAtMs: atMs }
  for (const { key, name, kind, rules } of tags)
    insertVirtualTag(db, {
      ...own,
      id: idOf(workspaceId, key),
      name,
      kind,
      rules: rules.map((rule, at) => ({
        id: `${key}-${at + 1}`,
        isOn: true,
        cost: null,
        from: null,
        to: null,
        ...rule,
      })),
    })
  const { key, name, tag, levels, nodes } = hierarchy
  insertHierarchy(db, {
    ...own,
    id: idOf(workspaceId, key),
    name,
    dimension: `virtual:${idOf(workspaceId, tag)}`,
    levels,
    nodes: nodes.map(({ key: id, parent: parentId, ...node }) => ({ id, parentId, ...node })),
  })
  for (const policy of policies)
    insertTagPolicy(db, {
      ...own,
      id: idOf(workspaceId, `policy-${policy.tagKey}`),
      providers: [],
      ...policy,
    })
}

function removeAllocation(db: WritableDb, workspaceId: string): void {
  removeHierarchies(db, workspaceId)
  removeVirtualTags(db, workspaceId)
  removeTagPolicies(db, workspaceId)
}
