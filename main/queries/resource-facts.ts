import { type Day, isDay } from '#shared/lib/day.ts'

/** Of what a provider says beside the fields of its own, what a list has columns for. */
export type ListedFacts = {
  vcpu: number | null
  ramGb: number | null
  diskGb: number | null
  address: string | null
  renewsOn: Day | null
}
export const listedFacts = ['vcpu', 'ramGb', 'diskGb', 'address', 'renewsOn'] as const

/** Only what is of its kind: whatever else stands there is shown with the other attributes. */
export const factsOf = ({
  vcpu,
  ramGb,
  diskGb,
  address,
  renewsOn,
}: Partial<Record<keyof ListedFacts, unknown>>): ListedFacts => ({
  vcpu: numberOf(vcpu),
  ramGb: numberOf(ramGb),
  diskGb: numberOf(diskGb),
  address: typeof address === 'string' ? address : null,
  renewsOn: typeof renewsOn === 'string' && isDay(renewsOn) ? renewsOn : null,
})

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null
