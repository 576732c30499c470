import { eq, sql } from 'drizzle-orm'
import { unmarked } from '#main/core/allocation/columns.ts'
import type { Things } from '#main/core/allocation/suggest/things.ts'
import { collectTexts, type TextColumn } from '#main/core/ledger/text-column.ts'
import type { CubeDimension, LedgerCube } from '#main/ports/ledger.ts'
import { resources } from '#main/store/schema/inventory.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { Day } from '#shared/lib/day.ts'
import type { Scope } from '../scope.ts'

type Range = { from: Day; to: Day }

const ASKED = [
  'connection',
  'subAccount',
  'project',
  'businessUnit',
  'environment',
  'owner',
  'service',
  'region',
  'resourceType',
] as const satisfies CubeDimension[]
/** The tags that most resources have. */
const MOST_TAGS = 20

/** Costs of a period by who is known to bear them, and by resource. */
export const evidenceByResource = (
  { ledger, workspaceId }: Scope,
  id: string,
  { from, to }: Range,
): LedgerCube =>
  ledger.cube({
    workspaceId,
    from,
    to,
    metric: 'billed',
    groupBy: [`virtual:${id}~evidence`, 'resource'],
    step: 'total',
  })

/**
 * Resources of a period with their parts and with all that may tell whose the others are. `settled`: those that a guess
 * is about already; whoever guesses on does so about others.
 */
export function thingsIn(
  scope: Scope,
  cube: LedgerCube,
  { range, settled }: { range: Range; settled: ReadonlySet<string> },
): Things {
  const { ledger, workspaceId } = scope
  const { keys, parts, partOf, isOpen, weights } = known(cube)
  const dimensions: CubeDimension[] = [...ASKED, ...tagsOf(scope, range)]
  const told = ledger.describe({ workspaceId, ...range, dimensions })
  const numbers = new Map(told.resources.map((key, at) => [key, at]))
  const at = Int32Array.from(keys, (key) => numbers.get(key) ?? -1)
  const own = ({ texts, places }: TextColumn): TextColumn => ({
    texts,
    places: at.map((number) => (number < 0 ? 0 : (places[number] as number))),
  })
  const names = own(told.names)
  const networks = networksOf(scope)
  return {
    size: keys.length,
    keys,
    names: Array.from(names.places, (place) => names.texts[place - 1] ?? ''),
    parts,
    partOf: partOf.map((part, thing) => (settled.has(keys[thing] ?? '') ? 0 : part)),
    isOpen,
    weights,
    attributes: new Map(
      dimensions.map((dimension, n): [CostDimension, TextColumn] => [
        dimension,
        own(told.columns[n] ?? { texts: [], places: new Int32Array(numbers.size) }),
      ]),
    ),
    networks: collectTexts(keys, (key) => networks.get(key) ?? null),
  }
}

function tagsOf({ ledger, workspaceId }: Scope, range: Range): CubeDimension[] {
  return [...ledger.countTags({ workspaceId, ...range })]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_TAGS)
    .map(([key]): CubeDimension => `tag:${key}`)
}

/** A resource belongs to a part that bears all of it by itself. */
function known(cube: LedgerCube) {
  const rough = cube.roughly()
  const totals = new Map<string, number>()
  for (const [group, { unit }] of cube.groups.entries())
    totals.set(unit, (totals.get(unit) ?? 0) + Math.abs(rough[group] as number))
  const numbers = new Map<string, number>()
  const places = new Map<string, number>()
  const partOf: number[] = []
  const isOpen: number[] = []
  const weights: number[] = []
  for (const [group, { keys, unit }] of cube.groups.entries()) {
    const [said, key] = keys
    if (!key) continue
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    const isNew = partOf.length === number
    const place = said === null || said === undefined ? 0 : placeOf(said)
    partOf[number] = isNew || partOf[number] === place ? place : 0
    isOpen[number] = said === null ? 1 : (isOpen[number] ?? 0)
    if (said === null)
      weights[number] = (weights[number] ?? 0) + Math.abs(rough[group] as number) / (totals.get(unit) || 1)
  }
  return {
    keys: [...numbers.keys()],
    parts: [...places.keys()],
    partOf: Int32Array.from(partOf),
    isOpen: Uint8Array.from(isOpen),
    weights: Float64Array.from(partOf, (_, number) => weights[number] ?? 0),
  }

  function placeOf(said: string): number {
    const { part, isMarked } = unmarked(said)
    if (isMarked) return 0
    const place = places.get(part) ?? places.size + 1
    places.set(part, place)
    return place
  }
}

const ADDRESS = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/

/** By key of a resource the first three numbers of its address. */
function networksOf({ db, workspaceId }: Scope): Map<string, string> {
  const rows = db.values<[string, string | null]>(sql`
    select ${resources.connectionId} || '/' || ${resources.externalId}, json_extract(${resources.attributes}, '$.address')
    from ${resources} where ${eq(resources.workspaceId, workspaceId)}`)
  return new Map(
    rows.flatMap(([key, address]) => {
      const network = typeof address === 'string' ? ADDRESS.exec(address)?.[1] : undefined
      return network === undefined ? [] : [[key, `${network}.*`] as const]
    }),
  )
}
