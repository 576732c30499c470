import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { SuggestionView } from '#shared/contract/allocation.ts'
import type { CostDimension, CostWhere } from '#shared/contract/costs.ts'
import type { Things } from './things.ts'
import { isWord, prefixesOf, runsOf } from './words.ts'

/** Resources that a condition meets, known and open ones. */
export type Cluster = {
  kind: SuggestionView['kind']
  where: CostWhere
  subject: string
  members: readonly number[]
}

/** What people sort resources by on purpose; whatever else they share goes with a part by chance or by habit. */
const SIBLINGS = new Set<CostDimension>(['subAccount', 'project', 'businessUnit'])
/** Together they say more than either. */
const PAIRS: readonly (readonly [CostDimension, CostDimension])[] = [
  ['subAccount', 'service'],
  ['service', 'region'],
  ['connection', 'service'],
  ['connection', 'region'],
  ['connection', 'resourceType'],
]
/** A rule names so many resources one by one, and no more. */
const MOST_NAMED = 1000

export function clustersOf(things: Things): Cluster[] {
  return [
    ...[...things.attributes].flatMap(([dimension, column]) => ofColumn(dimension, column)),
    ...PAIRS.flatMap(([a, b]) => ofPair(things, a, b)),
    ...ofWords(things),
    ...ofPrefixes(things),
    ...ofNetworks(things),
  ]
}

function membersBy({ texts, places }: TextColumn): number[][] {
  const members: number[][] = texts.map(() => [])
  for (let thing = 0; thing < places.length; thing += 1) members[(places[thing] as number) - 1]?.push(thing)
  return members
}

const is = (dimension: CostDimension, value: string) => ({
  dimension,
  op: 'is' as const,
  values: [value],
})

const titleOf = (dimension: CostDimension, value: string): string =>
  dimension.startsWith('tag:') ? `${dimension.slice('tag:'.length)}: ${value}` : value

const ofColumn = (dimension: CostDimension, column: TextColumn): Cluster[] =>
  membersBy(column).map((members, at) => {
    const value = column.texts[at] ?? ''
    return {
      kind: SIBLINGS.has(dimension) ? 'sibling' : 'cooccurrence',
      where: [[is(dimension, value)]],
      subject: titleOf(dimension, value),
      members,
    }
  })

function ofPair({ attributes, size }: Things, a: CostDimension, b: CostDimension): Cluster[] {
  const [first, second] = [attributes.get(a), attributes.get(b)]
  // What all have in common tells nobody apart.
  if (!first || !second || first.texts.length < 2 || second.texts.length < 2) return []
  const found = new Map<number, number[]>()
  const width = second.texts.length + 1
  for (let thing = 0; thing < size; thing += 1) {
    const [one, other] = [first.places[thing] as number, second.places[thing] as number]
    if (one === 0 || other === 0) continue
    const members = found.get(one * width + other)
    if (members) members.push(thing)
    else found.set(one * width + other, [thing])
  }
  return [...found].map(([pair, members]) => {
    const one = first.texts[Math.floor(pair / width) - 1] ?? ''
    const other = second.texts[(pair % width) - 1] ?? ''
    return {
      kind: 'cooccurrence',
      where: [[is(a, one), is(b, other)]],
      subject: `${titleOf(a, one)} · ${titleOf(b, other)}`,
      members,
    }
  })
}

/** Numbers are sought in too: what a rule would meet is what counts. */
const refOf = (key: string): string => key.slice(key.indexOf('/') + 1)

const namedBy = (op: 'contains' | 'startsWith', piece: string): CostWhere => [
  [{ dimension: 'resource', op, values: [piece] }],
]

function indexBy({ size, names, keys }: Things, of: (text: string) => readonly string[]) {
  const found = new Map<string, number[]>()
  const inNames = new Set<string>()
  for (let thing = 0; thing < size; thing += 1) {
    const own = new Set(of(names[thing] ?? ''))
    for (const piece of own) inNames.add(piece)
    for (const piece of of(refOf(keys[thing] ?? ''))) own.add(piece)
    for (const piece of own) {
      const members = found.get(piece)
      if (members) members.push(thing)
      else found.set(piece, [thing])
    }
  }
  return { found, inNames }
}

/** A run of letters is a part of a name exactly when it is a part of one of the name's runs. */
const MOST_WORDS = 400

function ofWords(things: Things): Cluster[] {
  const { found, inNames } = indexBy(things, (text) => runsOf(text).filter(isWord))
  const words = [...inNames]
    .filter((word) => (found.get(word)?.length ?? 0) > 1)
    .sort((a, b) => (found.get(b)?.length ?? 0) - (found.get(a)?.length ?? 0) || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
  const all = [...found]
  return words.map((word) => {
    const members = new Set<number>()
    for (const [run, own] of all) if (run.includes(word)) for (const thing of own) members.add(thing)
    return {
      kind: 'name',
      where: namedBy('contains', word),
      subject: word,
      members: [...members].sort((a, b) => a - b),
    }
  })
}

const ofPrefixes = (things: Things): Cluster[] => {
  const { found, inNames } = indexBy(things, prefixesOf)
  return [...inNames].sort().flatMap((prefix): Cluster[] => {
    const members = found.get(prefix) ?? []
    return members.length < 2
      ? []
      : [{ kind: 'name', where: namedBy('startsWith', prefix), subject: prefix, members }]
  })
}

const ofNetworks = ({ networks, keys, isOpen }: Things): Cluster[] =>
  membersBy(networks).flatMap((members, at): Cluster[] => {
    // A rule cannot look at addresses: it names the neighbours that nobody has.
    const open = members.filter((thing) => isOpen[thing] === 1).slice(0, MOST_NAMED)
    if (open.length === 0) return []
    const values = open.map((thing) => keys[thing] ?? '')
    return [
      {
        kind: 'sibling',
        where: [[{ dimension: 'resource', op: 'is', values }]],
        subject: networks.texts[at] ?? '',
        members: members.filter((thing) => isOpen[thing] === 0).concat(open),
      },
    ]
  })
