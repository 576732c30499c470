import type { Cluster } from './clusters.ts'
import { atLeast } from './confidence.ts'
import type { Things } from './things.ts'
import { stemsOf } from './words.ts'

/** That all of a cluster is one part's, as nearly all of it that is known is. */
export type Claim = Cluster & {
  /** Counted from 1. */
  part: number
  agree: readonly number[]
  disagree: number
  confidence: number
  /** Of which it is claimed. */
  open: readonly number[]
}

/** Below it a claim is a guess. */
const LEAST_CONFIDENCE = 0.5
const LEAST_AGREE = 2
/** How much oftener the part is found here than anywhere. */
const LEAST_LIFT = 1.1
/** A part's own name in the name of a resource is worth so many resources that agree. */
const NAMED_AFTER = 4

/** Judges clusters by what is known of them, and again when something is settled meanwhile. */
export function createClaims(things: Things) {
  const { parts, isOpen } = things
  /** Of what is settled nothing more is learned: guesses about the rest stand on the rest. */
  const partOf = things.partOf.slice()
  const open = isOpen.slice()
  const totals = new Int32Array(parts.length + 1)
  for (const part of partOf) totals[part] = (totals[part] as number) + 1
  let known = things.size - (totals[0] as number)
  const stems = parts.map(stemsOf)

  function judge(cluster: Cluster): Claim | null {
    const fresh = cluster.members.filter((thing) => open[thing] === 1)
    if (fresh.length === 0) return null
    const counts = new Int32Array(parts.length + 1)
    for (const thing of cluster.members)
      if (isOpen[thing] === 0)
        counts[partOf[thing] as number] = (counts[partOf[thing] as number] as number) + 1
    const all = counts.reduce((sum, count, part) => (part === 0 ? sum : sum + count), 0)
    const namesake = cluster.kind === 'name' ? namesakeOf(cluster.subject, stems) : 0
    const part = mostOf(counts, namesake)
    if (part === 0) return null
    const bonus = part === namesake ? NAMED_AFTER : 0
    const agreeing = counts[part] as number
    if (agreeing + bonus < LEAST_AGREE) return null
    const isLifted = agreeing * known >= LEAST_LIFT * (totals[part] as number) * all
    if (bonus === 0 && !isLifted) return null
    const confidence = atLeast(agreeing + bonus, all + bonus)
    if (confidence < LEAST_CONFIDENCE) return null
    const agree = cluster.members.filter((thing) => partOf[thing] === part && isOpen[thing] === 0)
    return { ...cluster, part, agree, disagree: all - agreeing, confidence, open: fresh }
  }

  function settle({ members }: Cluster): void {
    for (const thing of members) {
      open[thing] = 0
      const part = partOf[thing] as number
      if (part === 0) continue
      partOf[thing] = 0
      totals[part] = (totals[part] as number) - 1
      known -= 1
    }
  }

  return { judge, settle }
}

/** The part that a piece of a name calls by its name, counted from 1; 0 where none or several. */
function namesakeOf(piece: string, stems: readonly (readonly string[])[]): number {
  const found = stems.flatMap((own, at) => (own.some((stem) => piece.startsWith(stem)) ? [at + 1] : []))
  return found.length === 1 ? (found[0] ?? 0) : 0
}

/** Where nobody is known the namesake is all that speaks. */
function mostOf(counts: Int32Array, namesake: number): number {
  let most = namesake
  for (let part = 1; part < counts.length; part += 1)
    if ((counts[part] as number) > (counts[most] as number) || (most === 0 && (counts[part] as number) > 0))
      most = part
  return most
}
