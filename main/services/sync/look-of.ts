import { BILL_SCOPE } from '#main/core/model/findings.ts'
import type { Look } from '#main/core/sync/look.ts'
import type { ProviderDescriptor } from '#main/providers/registry.ts'
import type { ResourceType } from '#shared/contract/resources.ts'
import type { Gathered } from './gather.ts'
import type { Known } from './write-inventory.ts'

/** What was gathered, as the rules look at it. */
export function lookOf(
  { billed, listed, outcomes }: Gathered,
  parts: {
    descriptor: Pick<ProviderDescriptor, 'costs' | 'typeOf'>
    rules: ReadonlyMap<string, ResourceType>
    known: Known
  },
): Look {
  const isAnswered = (scope: string): boolean => {
    const status = outcomes.get(scope)?.status
    return status === 'done' || status === 'absent'
  }
  const gaps = new Set(
    [...outcomes.values()]
      .filter(({ status }) => status === 'failed')
      .map(({ region, project }) => placeKey(region, project)),
  )
  return {
    billed,
    listed,
    isAnswered,
    isBillKnown: parts.descriptor.costs === 'rates' || isBillKnown(outcomes),
    typeOf: (kind, metrics) => parts.rules.get(kind) ?? parts.descriptor.typeOf(kind, metrics),
    scopeOfKnown: (ref) => parts.known.get(ref)?.scope,
    hasGap: (region, project) => gaps.has(placeKey(region, project)),
  }
}

/** The bill's own parts of the account; all of them have to answer. */
const isBillKnown = (outcomes: Gathered['outcomes']): boolean =>
  [...outcomes.values()]
    .filter(({ scope }) => scope === BILL_SCOPE || scope.startsWith(`${BILL_SCOPE}/`))
    .every(({ status }) => status === 'done' || status === 'absent')

const placeKey = (region: string | null, project: string | null): string =>
  `${region ?? ''}\n${project ?? ''}`
