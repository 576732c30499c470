import { compareText } from '#main/core/rules/exact.ts'
import type { CostDimension, CostWhere } from '#shared/contract/costs.ts'
import { type Claim, createClaims } from './claims.ts'
import { type Cluster, clustersOf } from './clusters.ts'
import type { Things } from './things.ts'

export type Suggestion = Claim & { id: string }

const MOST_SUGGESTIONS = 200
/** Claims that are nearly as sure are worth what they settle. */
const STEPS = 20
/** Whatever is free counts a little: a rule for many is better than one for few. */
const LEAST_WORTH = 1e-9

/**
 * The surest first, of those the ones that settle most. Each is judged by what those before it leave, so that none
 * settles again what another did, and none is believed for what another knew better.
 */
export function suggestionsFor(things: Things, isDismissed: (id: string) => boolean): Suggestion[] {
  const { judge, settle } = createClaims(things)
  const queuedAs = (cluster: Cluster): Queued | null => {
    const claim = judge(cluster)
    if (!claim) return null
    const worth = claim.open.reduce((sum, thing) => sum + (things.weights[thing] as number) + LEAST_WORTH, 0)
    return { claim, cluster, worth, step: Math.floor(claim.confidence * STEPS) }
  }
  const all = clustersOf(things).flatMap((cluster) => queuedAs(cluster) ?? [])
  const isUnwanted = unwanted(all.filter(({ claim }) => isDismissed(idOf(claim, things.parts))))
  const queue = all.filter(({ claim }) => !isUnwanted(claim)).sort(order)
  const found: Suggestion[] = []
  while (queue.length > 0 && found.length < MOST_SUGGESTIONS) {
    const first = queue.shift()
    const now = first && queuedAs(first.cluster)
    if (!now) continue
    const next = queue[0]
    // It was worth more before others took a part of it: it waits for its turn.
    if (next && order(now, next) > 0) {
      putBack(queue, now)
      continue
    }
    const id = idOf(now.claim, things.parts)
    if (isDismissed(id)) continue
    settle(now.cluster)
    found.push({ ...now.claim, id })
  }
  return found
}

/** What somebody does not want to see is not said in other words either: a project is often an account of its own. */
function unwanted(dismissed: readonly Queued[]): (claim: Claim) => boolean {
  const said = new Set(dismissed.map(({ claim }) => whomOf(claim)))
  const sizes = new Set(dismissed.map(({ claim }) => claim.members.length))
  return (claim) => sizes.has(claim.members.length) && said.has(whomOf(claim))
}

const whomOf = ({ part, members }: Claim): string => `${part}:${members.join()}`

type Queued = { claim: Claim; cluster: Cluster; worth: number; step: number }

const order = (a: Queued, b: Queued): number =>
  b.step - a.step ||
  b.worth - a.worth ||
  b.claim.confidence - a.claim.confidence ||
  compareText(a.cluster.kind, b.cluster.kind) ||
  compareText(a.cluster.subject, b.cluster.subject)

function putBack(queue: Queued[], one: Queued): void {
  let [low, high] = [0, queue.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (order(queue[middle] as Queued, one) <= 0) low = middle + 1
    else high = middle
  }
  queue.splice(low, 0, one)
}

/** The same for as long as the same is said; which neighbours a network has changes from day to day. */
const idOf = ({ kind, where, subject, part }: Claim, parts: readonly string[]): string =>
  `${kind}-${hash(JSON.stringify([kind, parts[part - 1], subject, dimensionsOf(where)]))}`

const dimensionsOf = (where: CostWhere): [CostDimension, string][] =>
  where.flatMap((group) => group.map(({ dimension, op }): [CostDimension, string] => [dimension, op]))

const PRIME = 0x100000001b3n
const MASK = (1n << 64n) - 1n

/** FNV-1a of 64 bits. */
function hash(text: string): string {
  let sum = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) sum = ((sum ^ BigInt(byte)) * PRIME) & MASK
  return sum.toString(36)
}
