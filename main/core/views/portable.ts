import type { CostCondition, CostDimension, CostWhere, ViewSpec } from '#shared/contract/costs.ts'
import { type PortableView, portableView } from '#shared/contract/portable-view.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Envelope, readEnvelope, writeEnvelope } from './envelope.ts'

const VIEW: Envelope = {
  format: 'infrazen-view',
  version: 1,
  bad: 'view.badFile',
  newer: 'view.newerFile',
}

export const writePortable = (view: PortableView): string => writeEnvelope(VIEW, view)

export function readPortable(text: string): PortableView {
  const found = portableView.safeParse(readEnvelope(text, VIEW))
  if (!found.success) throw new AppError('view.badFile')
  return found.data
}

export type Referred = {
  accounts: Set<string>
  virtualTags: Set<string>
  hierarchies: Set<string>
  /** `<hierarchy> <node>`. */
  nodes: Set<string>
}

const partsOf = (dimension: CostDimension) => {
  const [kind, id = '', depth = ''] = dimension.split(':')
  return { kind, id, depth }
}

/** Which things of an installation conditions and groupings speak of. */
export function referredTo({
  groupBy,
  where,
}: {
  groupBy: readonly CostDimension[]
  where: CostWhere
}): Referred {
  const all: Referred = {
    accounts: new Set(),
    virtualTags: new Set(),
    hierarchies: new Set(),
    nodes: new Set(),
  }
  const conditions = where.flat()
  for (const dimension of [...groupBy, ...conditions.map((one) => one.dimension)]) {
    const { kind, id } = partsOf(dimension)
    if (kind === 'virtual') all.virtualTags.add(id)
    if (kind === 'level') all.hierarchies.add(id)
  }
  for (const { dimension, op, values } of conditions) {
    const { kind, id } = partsOf(dimension)
    if (op !== 'is' && op !== 'isNot') continue
    for (const value of values) {
      if (dimension === 'connection') all.accounts.add(value)
      if (dimension === 'resource') all.accounts.add(accountOf(value))
      if (kind === 'level') all.nodes.add(`${id} ${value}`)
    }
  }
  return all
}

/** A resource is `<account>/<the provider's number of it>`. */
const accountOf = (resource: string): string => resource.split('/', 1)[0] ?? ''

/** Numbers there to numbers here. What is not in a map stays as it is: nothing here answers to it. */
export type Renumbering = {
  accounts: ReadonlyMap<string, string>
  virtualTags: ReadonlyMap<string, string>
  hierarchies: ReadonlyMap<string, string>
  nodes: ReadonlyMap<string, string>
}

export const renumberSpec = (spec: ViewSpec, here: Renumbering): ViewSpec => ({
  ...spec,
  groupBy: spec.groupBy.map((dimension) => renumberDimension(dimension, here)),
  where: renumberWhere(spec.where, here),
})

export const renumberWhere = (where: CostWhere, here: Renumbering): CostWhere =>
  where.map((group) => group.map((condition) => renumberCondition(condition, here)))

function renumberDimension(dimension: CostDimension, here: Renumbering): CostDimension {
  const { kind, id, depth } = partsOf(dimension)
  if (kind === 'virtual') return `virtual:${here.virtualTags.get(id) ?? id}`
  if (kind === 'level') return `level:${here.hierarchies.get(id) ?? id}:${Number(depth)}`
  return dimension
}

function renumberCondition(condition: CostCondition, here: Renumbering): CostCondition {
  const { dimension, op, values } = condition
  const isWhole = op === 'is' || op === 'isNot'
  return {
    op,
    dimension: renumberDimension(dimension, here),
    values: isWhole ? values.map((value) => renumberValue(dimension, value, here)) : values,
  }
}

function renumberValue(dimension: CostDimension, value: string, here: Renumbering): string {
  const { kind, id } = partsOf(dimension)
  if (dimension === 'connection') return here.accounts.get(value) ?? value
  if (kind === 'level') return here.nodes.get(`${id} ${value}`) ?? value
  if (dimension !== 'resource') return value
  const account = accountOf(value)
  return `${here.accounts.get(account) ?? account}${value.slice(account.length)}`
}
