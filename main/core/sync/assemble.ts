import type { SyncPhase } from '#shared/contract/sync.ts'
import { groupParts } from './group.ts'
import { judge } from './judge.ts'
import { type Assembly, type Found, type Look, type Part, placeOf, type Unknown } from './look.ts'
import { canAbsorb, createFleet, type Draft, type Fleet, unify } from './servers.ts'

const STEP = 200

/**
 * The bill and the inventory as one list of resources. Whatever costs money is in it: what the inventory denies is a
 * zombie, a volume without a server an orphan, what nobody knows is kept and counted. Yields the phase it is in, often
 * enough that the caller can let others work in between.
 */
export function* assemble(look: Look): Generator<SyncPhase, Assembly> {
  const grouping = groupParts(look)
  let step = grouping.next()
  while (!step.done) {
    yield 'grouping'
    step = grouping.next()
  }
  const { servers, volumes, storage, services } = step.value
  const fleet = createFleet()
  const found: Found[] = []
  const held = new Set<string>()

  for (const [index, part] of servers.entries()) {
    if (index % STEP === 0) yield 'servers'
    fleet.add(part)
  }
  for (const [index, part] of volumes.entries()) {
    if (index % STEP === 0) yield 'volumes'
    const owner = ownerOf(part, fleet)
    if (owner && canAbsorb(owner, part)) owner.volumes.push(part)
    else if (owner === null && isHeld(part, look)) held.add(part.ref)
    else found.push(judge(part, look, isOrphan(part, owner, look) ? ['orphan'] : []))
  }
  for (const [index, part] of storage.entries()) {
    if (index % STEP === 0) yield 'storage'
    found.push(judge(part, look))
  }
  for (const [index, part] of services.entries()) {
    if (index % STEP === 0) yield 'services'
    if (isAbsorbed(part, fleet)) continue
    found.push(judge(part, look, isIdleAddress(part) ? ['orphan'] : []))
  }
  let index = 0
  for (const draft of fleet.drafts()) {
    if (index % STEP === 0) yield 'unification'
    index += 1
    found.push(unify(draft, judge(draft.part, look), look))
  }
  return { found, unrecognised: unknowns(found, look), held }
}

/** The inventory's word counts first: a volume that it shows as free is free, whatever the bill remembers. */
function ownerOf(part: Part, fleet: Fleet): Draft | null {
  const { listed, billed } = part
  if (listed) return listed.item.attachedTo === null ? null : fleet.find(listed.item.attachedTo)
  const parent = billed?.parentRef ? fleet.find(billed.parentRef) : null
  return parent ?? fleet.findByDiskName(part)
}

/** Its server is of the store and could not be asked: both stay as they were. */
function isHeld(part: Part, look: Look): boolean {
  const ref = part.listed?.item.attachedTo ?? part.billed?.parentRef
  if (!ref) return false
  const scope = look.scopeOfKnown(ref)
  return scope !== undefined && scope !== null && !look.isAnswered(scope)
}

/** Listed, and on no server that there is; where a part of the account is silent, its server may be there. */
function isOrphan(part: Part, owner: Draft | null, look: Look): boolean {
  if (part.listed === null || owner !== null) return false
  const { region, project } = placeOf(part)
  return part.listed.item.attachedTo === null || !look.hasGap(region, project)
}

const isIdleAddress = ({ type, listed }: Part): boolean =>
  type === 'ip_address' && listed !== null && listed.item.attachedTo === null

/** A network port is no resource: its address belongs to its server. */
function isAbsorbed({ type, listed, billed }: Part, fleet: Fleet): boolean {
  if (type !== 'network' || !listed || listed.item.attachedTo === null || billed) return false
  const { address } = listed.item.attributes
  if (address !== undefined) fleet.find(listed.item.attachedTo)?.addresses.add(address)
  return true
}

function unknowns(found: readonly Found[], look: Look): Unknown[] {
  const refs = new Set(
    found.filter(({ state }) => state.marks?.includes('unrecognised')).map(({ state }) => state.externalId),
  )
  return refs.size === 0 ? [] : look.billed.filter(({ ref }) => refs.has(ref))
}
