import type { CallOutput } from '#shared/contract/index.ts'

export type PolicyView = CallOutput<'tagPolicies.list'>['items'][number]
export type PolicyReport = CallOutput<'tagPolicies.getReport'>
export type ViolationView = CallOutput<'tagPolicies.listViolations'>['items'][number]

export const PAGE = 50

/** The tag is there under a name in other letters: what it says has to be set anew, nobody knows it from the list. */
export const isOtherKey = ({ kind, value, tagKey }: ViolationView): boolean =>
  kind === 'case' && value !== null && value.toLowerCase() === tagKey.toLowerCase()

/** The value that a click sets; null where a person has to say it. */
export const remedyOf = (violation: ViolationView): string | null =>
  isOtherKey(violation) ? null : violation.suggestion

export const keyOf = ({ resourceId, policyId }: ViolationView): string => `${resourceId} ${policyId}`

export type Fix = { tagKey: string; value: string; ids: number[] }

/** What the suggestions come to: one command for each tag and value. */
export function fixesOf(violations: readonly ViolationView[]): Fix[] {
  const fixes = new Map<string, Fix>()
  for (const violation of violations) {
    const value = remedyOf(violation)
    if (value === null) continue
    const key = JSON.stringify([violation.tagKey, value])
    const fix = fixes.get(key) ?? { tagKey: violation.tagKey, value, ids: [] }
    fix.ids.push(violation.resourceId)
    fixes.set(key, fix)
  }
  return [...fixes.values()]
}

/** `=name` for an owner, `-` for none, nothing for all: as the address has it. */
export function ownerOf(text: string): { owner: string | null } | null {
  if (text === '-') return { owner: null }
  return text.startsWith('=') ? { owner: text.slice(1) } : null
}
export const ownerText = (owner: string | null): string => (owner === null ? '-' : `=${owner}`)

/** Values as they are listed, one a line: without blanks and repetitions. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
