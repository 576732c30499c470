import type { violationKinds } from '#shared/contract/allocation.ts'
import { nearest } from './edit-distance.ts'

export type TagPolicy = {
  id: string
  tagKey: string
  isRequired: boolean
  allowedValues: readonly string[] | null
  providers: readonly string[]
  types: readonly string[]
}

export type Violation = {
  kind: (typeof violationKinds)[number]
  /** What stands there instead. */
  value: string | null
  /** What it probably should be. */
  suggestion: string | null
}

export const concerns = (
  { providers, types }: TagPolicy,
  { provider, type }: { provider: string; type: string },
): boolean =>
  (providers.length === 0 || providers.includes(provider)) && (types.length === 0 || types.includes(type))

/** What is wrong with a resource's tags; null: they are as the policy wants them. */
export function violationOf(policy: TagPolicy, tags: ReadonlyMap<string, string>): Violation | null {
  const { tagKey, isRequired, allowedValues } = policy
  const value = tags.get(tagKey)
  if (value === undefined || value === '') return isRequired ? withoutTag(policy, tags) : null
  if (allowedValues === null || allowedValues.includes(value)) return null
  const alike = allowedValues.find((allowed) => allowed.toLowerCase() === value.toLowerCase())
  if (alike !== undefined) return { kind: 'case', value, suggestion: alike }
  return { kind: 'value', value, suggestion: nearest(value, allowedValues) }
}

/** The key may be there in other letters: a tag of that name is looked for in vain by everybody else too. */
function withoutTag({ tagKey, allowedValues }: TagPolicy, tags: ReadonlyMap<string, string>): Violation {
  for (const key of tags.keys())
    if (key !== tagKey && key.toLowerCase() === tagKey.toLowerCase())
      return { kind: 'case', value: key, suggestion: tagKey }
  return {
    kind: 'missing',
    value: null,
    suggestion: allowedValues?.length === 1 ? (allowedValues[0] ?? null) : null,
  }
}
