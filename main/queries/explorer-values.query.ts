import { nameKey } from '#main/core/explorer/name-key.ts'
import { compareText } from '#main/core/rules/exact.ts'
import type { CubeDimension } from '#main/ports/ledger.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Day } from '#shared/lib/day.ts'
import { readCoverage } from './coverage.ts'
import { answerTables } from './explorer/kept-answers.ts'
import { knownThings } from './explorer/known-things.ts'
import { labelsIn } from './explorer/labels.ts'
import { createPerWorkspace, lastUsed } from './kept.ts'
import type { Scope } from './scope.ts'
import { foldText } from './search.ts'

type Input = ParsedInput<'explorer.listValues'>
type Value = { value: string; label: string; folded: string }

/** As many lists as a person has open while they write a filter. */
const MOST = 6

const keptOf = createPerWorkspace(() => new Map<string, { at: number; values: Value[] }>())

/** Values of the lines on these days by their names; what begins with the search comes before what has it inside. */
export function listValues(scope: Scope, input: Input): CallOutput<'explorer.listValues'> {
  const all = valuesOf(scope, input)
  const wanted = foldText(input.search)
  const found =
    wanted === '' ? all : all.filter((one) => one.folded.includes(wanted) || one.value === input.search)
  const isFirst = ({ folded }: Value): boolean => folded.startsWith(wanted)
  const ordered = wanted === '' ? found : [...found.filter(isFirst), ...found.filter((one) => !isFirst(one))]
  return {
    items: ordered.slice(0, input.limit).map(({ value, label }) => ({ value, label })),
    total: found.length,
  }
}

/** While somebody types, the same list is sought in again and again. */
function valuesOf(scope: Scope, { dimension, from, to }: Input): Value[] {
  const at = scope.revision.of(answerTables)
  const all = keptOf(scope)
  for (const [id, kept] of all) if (kept.at !== at) all.delete(id)
  const id = JSON.stringify([dimension, from, to])
  return lastUsed(all, id, MOST, () => ({ at, values: readValues(scope, dimension, from, to) })).values
}

function readValues(scope: Scope, dimension: CostDimension, from?: Day, to?: Day): Value[] {
  const keys = keysIn(scope, dimension, from, to)
  const labelOf = labelsIn(scope, dimension, () => keys)
  return keys
    .map((value) => {
      const label = labelOf(value)
      return { value, label, folded: foldText(label), key: nameKey(label) }
    })
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.value, b.value))
    .map(({ key: _, ...value }) => value)
}

/** Of a level all its nodes, as a filter may name one that nothing has cost under yet. */
function keysIn(scope: Scope, dimension: CostDimension, from?: Day, to?: Day): string[] {
  const known = knownThings(scope)
  if (!known.isThere(dimension)) return []
  const nodes = known.nodesOf(dimension)?.nodes
  if (nodes) return [...new Set([...nodes.values()].map(({ id }) => id))]
  const { firstDay, dataThrough } = readCoverage(scope)
  if (firstDay === null || dataThrough === null) return []
  const { ledger, workspaceId } = scope
  const span = { workspaceId, from: from ?? firstDay, to: to ?? dataThrough }
  const groupBy = [dimension as CubeDimension]
  const cube = ledger.cube({ ...span, metric: 'billed', groupBy, step: 'total' })
  const keys = cube.groups.map(({ keys: [key] }, group) => (cube.lines(group) > 0 ? (key ?? null) : null))
  return [...new Set(keys.filter((key) => key !== null))]
}
