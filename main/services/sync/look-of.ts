import { BILL_SCOPE, type ScopeOutcome } from '#main/core/model/findings.ts'
import type { Look } from '#main/core/sync/look.ts'
import type { ProviderDescriptor } from '#main/providers/registry.ts'
import type { ResourceType } from '#shared/contract/resources.ts'
import type { Gathered } from './gather.ts'
import type { Known } from './write-inventory.ts'

/** How the parts of the account answered. */
export type Answers = Pick<Look, 'isAnswered' | 'isBillKnown' | 'hasGap'>

export function answersOf(outcomes: Gathered['outcomes'], costs: ProviderDescriptor['costs']): Answers {
  const gaps = new Set(
    [...outcomes.values()]
      .filter(({ status }) => status === 'failed')
      .map(({ region, project }) => placeKey(region, project)),
  )
  return {
    isAnswered: (scope) => isAnswer(outcomes.get(scope)?.status),
    isBillKnown: costs === 'rates' || isBillKnown(outcomes),
    hasGap: (region, project) => gaps.has(placeKey(region, project)),
  }
}

/** What was gathered, as the rules look at it. */
export const lookOf = (
  { billed, listed }: Gathered,
  answers: Answers,
  parts: {
    descriptor: Pick<ProviderDescriptor, 'typeOf'>
    rules: ReadonlyMap<string, ResourceType>
    known: Known
  },
): Look => ({
  ...answers,
  billed,
  listed,
  typeOf: (kind, metrics) => parts.rules.get(kind) ?? parts.descriptor.typeOf(kind, metrics),
  scopeOfKnown: (ref) => parts.known.get(ref)?.scope,
})

/** The bill's own parts of the account; all of them have to answer. */
const isBillKnown = (outcomes: Gathered['outcomes']): boolean =>
  [...outcomes.values()]
    .filter(({ scope }) => scope === BILL_SCOPE || scope.startsWith(`${BILL_SCOPE}/`))
    .every(({ status }) => isAnswer(status))

const isAnswer = (status: ScopeOutcome['status'] | undefined): boolean =>
  status === 'done' || status === 'absent'

const placeKey = (region: string | null, project: string | null): string =>
  `${region ?? ''}\n${project ?? ''}`
