import type { AllocationRule } from '#shared/contract/allocation.ts'
import { levelOf } from '../ledger-where.ts'
import type { KnownTag } from './known-tags.ts'
import { dimensionsOf, virtualIdOf } from './rule-refs.ts'
import type { Gathered } from './rule-view.ts'

type Look = {
  find(id: string): KnownTag | null
  hierarchyOf(id: string): Gathered | null
}

/** The virtual tags that rules look at by themselves, through levels of hierarchies too. */
export function othersOf(
  rules: readonly AllocationRule[],
  { hierarchyOf }: Pick<Look, 'hierarchyOf'>,
): string[] {
  const found = new Set<string>()
  for (const dimension of dimensionsOf(rules)) {
    const level = levelOf(dimension)
    const looked = level ? hierarchyOf(level.hierarchyId)?.dimension : dimension
    const id = looked === undefined ? null : virtualIdOf(looked)
    if (id !== null) found.add(id)
  }
  return [...found]
}

/** A tag with all that its rules look at, and what those look at, each once. */
export function closureOf(tag: KnownTag, look: Look): KnownTag[] {
  const found = new Map([[tag.id, tag]])
  for (const { rules } of found.values())
    for (const id of othersOf(rules, look)) {
      const other = found.has(id) ? null : look.find(id)
      if (other) found.set(id, other)
    }
  return [...found.values()]
}
