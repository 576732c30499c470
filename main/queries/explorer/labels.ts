import type { CostDimension } from '#shared/contract/costs.ts'
import { connectionNames } from '../inventory.ts'
import type { Scope } from '../scope.ts'
import { billNames, isNamed } from './bill-names.ts'
import { knownThings } from './known-things.ts'
import { allResources, resourceOf, someResources } from './resource-names.ts'

type Keys = readonly (string | null)[]
type LabelOf = (key: string) => string

/** So many resources are looked up one by one; more at once. */
const FEW = 600

/**
 * What people call the keys of groups. Accounts, resources, nodes of a hierarchy and what a bill has a name for have
 * one; all others are their own. `groups` are those that are to be named.
 */
export function labelsOf(
  scope: Scope,
  groupBy: readonly CostDimension[],
  groups: readonly Keys[],
): (keys: Keys) => (string | null)[] {
  const makers = groupBy.map((dimension, at) =>
    labelsIn(scope, dimension, () => [
      ...new Set(groups.map((keys) => keys[at] ?? null).filter((key) => key !== null)),
    ]),
  )
  return (keys) =>
    groupBy.map((_, at) => {
      const key = keys[at] ?? null
      return key === null ? null : (makers[at]?.(key) ?? key)
    })
}

export function labelsIn(scope: Scope, dimension: CostDimension, keys: () => string[]): LabelOf {
  if (dimension === 'connection') {
    const names = connectionNames(scope)
    return (key) => names.get(key)?.name ?? key
  }
  if (dimension === 'resource') return resourceLabels(scope, keys())
  if (isNamed(dimension)) {
    const names = billNames(scope, dimension, keys())
    return (key) => names.get(key) ?? key
  }
  const nodes = knownThings(scope).nodesOf(dimension)?.nodes
  if (!nodes) return (key) => key
  const names = new Map([...nodes.values()].map(({ id, name }) => [id, name]))
  return (key) => names.get(key) ?? key
}

/** As the inventory has it, else as the bill does; a number where neither has a name. */
function resourceLabels(scope: Scope, keys: string[]): LabelOf {
  const known = keys.length > FEW ? allResources(scope) : someResources(scope, keys)
  const others = keys.filter((key) => !known.has(key))
  const told = billNames(scope, 'resource', others)
  return (key) => known.get(key)?.name ?? told.get(key) ?? resourceOf(key).ref
}
