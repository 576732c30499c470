import type { Currency } from '#shared/lib/currency.ts'
import type { PreviewView } from '../coverage.ts'
import { type DraftRule, emptyRule } from './draft.ts'

export type LeftResource = PreviewView['left'][number]

/** Fewer letters than that name too much. */
const LEAST_PREFIX = 3

/**
 * What the name of a resource has in common with its likely siblings: `web-prod-03` begins as `web-prod-` does. A name
 * without a number at its end is taken whole.
 */
export function prefixOf(name: string): string {
  const prefix = /^(.*?[^\d])\d+(?:\.[\w.-]*)?$/.exec(name.trim())?.[1] ?? ''
  return prefix.replace(/[^\p{L}\p{N}]/gu, '').length >= LEAST_PREFIX ? prefix : name.trim()
}

/** A rule that begins with a resource nobody has yet: those that are called alike; costs of none go by their service. */
export function ruleForResource(
  { resource, name, service }: LeftResource,
  keyOf: () => string,
  currency: Currency,
): DraftRule {
  const prefix = prefixOf(name)
  if (resource === null || prefix === '')
    return emptyRule(keyOf, currency, [{ dimension: 'service', op: 'is', values: [service] }])
  return emptyRule(keyOf, currency, [{ dimension: 'resource', op: 'startsWith', values: [prefix] }])
}
