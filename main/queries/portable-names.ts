import { and, eq, isNull } from 'drizzle-orm'
import type { Referred, Renumbering } from '#main/core/views/portable.ts'
import { hierarchies, virtualTags } from '#main/store/schema/allocation.ts'
import { budgets } from '#main/store/schema/insights.ts'
import { connections } from '#main/store/schema/inventory.ts'
import type { PortableNames } from '#shared/contract/portable-view.ts'
import type { Scope } from './scope.ts'
import { listCostFilters } from './views.query.ts'

type Asker = Pick<Scope, 'db' | 'workspaceId'>

export type Known = ReturnType<typeof readKnown>

/** What an installation has that a view or a report can speak of. */
export function readKnown(scope: Asker) {
  const { db, workspaceId } = scope
  const accounts = db
    .select({
      id: connections.id,
      name: connections.name,
      provider: connections.provider,
      accountRef: connections.accountRef,
    })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs)))
    .all()
  const tags = db
    .select({ id: virtualTags.id, name: virtualTags.name })
    .from(virtualTags)
    .where(eq(virtualTags.workspaceId, workspaceId))
    .all()
  const trees = db
    .select({ id: hierarchies.id, name: hierarchies.name, nodes: hierarchies.nodes })
    .from(hierarchies)
    .where(eq(hierarchies.workspaceId, workspaceId))
    .all()
  const limits = db
    .select({ id: budgets.id, name: budgets.name })
    .from(budgets)
    .where(eq(budgets.workspaceId, workspaceId))
    .all()
  return {
    accounts,
    virtualTags: tags,
    hierarchies: trees,
    budgets: limits,
    filters: listCostFilters(scope).items,
  }
}

/** What a file tells of the numbers in it. */
type Told = Pick<PortableNames, 'accounts' | 'virtualTags' | 'hierarchies' | 'nodes'>

/** By name. On the installation that wrote the file a thing may be called otherwise by now: its number tells. */
export function matchNames(
  names: Told,
  spoken: Pick<Referred, 'virtualTags' | 'hierarchies'>,
  known: Known,
): { here: Renumbering; missing: string[] } {
  const missing: string[] = []
  const find = <T extends { id: string }>(
    told: Readonly<Record<string, string>>,
    all: readonly T[],
    /** The surest first. */
    ...tests: ((one: T, name: string, id: string) => boolean)[]
  ): Map<string, string> => {
    const found = new Map<string, string>()
    for (const [id, name] of Object.entries(told)) {
      const one = [...tests, (some: T) => some.id === id]
        .map((isIt) => all.find((some) => isIt(some, name, id)))
        .find((some) => some !== undefined)
      if (one) found.set(id, one.id)
      else missing.push(name)
    }
    return found
  }
  const isNamed = (one: { name: string }, name: string): boolean => one.name === name
  const trees = find(names.hierarchies, known.hierarchies, isNamed)
  const accountNames = Object.fromEntries(Object.entries(names.accounts).map(([id, { name }]) => [id, name]))
  const here = {
    accounts: find(
      accountNames,
      known.accounts,
      (one, _, id) => isAccount(one, names.accounts[id]),
      (one, name, id) => one.name === name && one.provider === names.accounts[id]?.provider,
    ),
    virtualTags: find(names.virtualTags, known.virtualTags, isNamed),
    hierarchies: trees,
    nodes: nodesHere(names.nodes, trees, known, missing),
  }
  // Numbers whose names the file does not tell belong to what was gone when it was written.
  for (const id of [...spoken.virtualTags, ...spoken.hierarchies])
    if (names.virtualTags[id] === undefined && names.hierarchies[id] === undefined) missing.push(id)
  return { here, missing }
}

const isAccount = (
  one: { provider: string; accountRef: string },
  told: { provider: string; accountRef: string } | undefined,
): boolean => one.provider === told?.provider && one.accountRef === told.accountRef

function nodesHere(
  told: Readonly<Record<string, string>>,
  trees: ReadonlyMap<string, string>,
  known: Known,
  missing: string[],
): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, name] of Object.entries(told)) {
    const [treeId = '', nodeId] = key.split(' ')
    const nodes = known.hierarchies.find(({ id }) => id === trees.get(treeId))?.nodes ?? []
    const node = nodes.find((one) => one.name === name) ?? nodes.find((one) => one.id === nodeId)
    if (node) found.set(key, node.id)
    else missing.push(name)
  }
  return found
}

/** The names of what a file speaks of, to travel with it. */
export function tellNames(known: Known, referred: Referred): Told {
  const accounts = known.accounts.filter(({ id }) => referred.accounts.has(id))
  const nodes = known.hierarchies.flatMap((one) =>
    one.nodes.map((node) => ({ id: `${one.id} ${node.id}`, name: node.name })),
  )
  return {
    accounts: Object.fromEntries(accounts.map(({ id, ...rest }) => [id, rest])),
    virtualTags: namesOf(known.virtualTags, referred.virtualTags),
    hierarchies: namesOf(known.hierarchies, referred.hierarchies),
    nodes: namesOf(nodes, referred.nodes),
  }
}

/** What no file system minds. */
export const fileStem = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 80) || 'view'

const namesOf = (
  all: readonly { id: string; name: string }[],
  wanted: ReadonlySet<string>,
): Record<string, string> =>
  Object.fromEntries(all.filter(({ id }) => wanted.has(id)).map(({ id, name }) => [id, name]))
