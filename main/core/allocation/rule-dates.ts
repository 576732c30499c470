import type { AllocationRule } from '#shared/contract/allocation.ts'
import { addDays, addMonths, type Day, firstOfMonth } from '#shared/lib/day.ts'

type Dated = Pick<AllocationRule, 'from' | 'to' | 'isOn'>

export const holdsOn = ({ from, to, isOn }: Dated, day: Day): boolean =>
  isOn && (from === null || from <= day) && (to === null || to >= day)

/** Whether what a rule says depends on what things cost in a month, or on units of it. */
export const looksAtMonth = ({ cost, outcome }: Pick<AllocationRule, 'cost' | 'outcome'>): boolean =>
  cost !== null || outcome.kind === 'metric' || (outcome.kind === 'even' && outcome.parts.length === 0)

/**
 * The first days of the stretches of [from, to] within which the same rules hold; the first is `from` itself. Where rules
 * look at costs no stretch goes beyond a month.
 */
export function stretchesOf(rules: readonly AllocationRule[], from: Day, to: Day): Day[] {
  const live = rules.filter(({ isOn }) => isOn)
  const days = new Set<Day>([from])
  for (const rule of live) {
    if (rule.from !== null) days.add(rule.from)
    if (rule.to !== null) days.add(addDays(rule.to, 1))
  }
  if (live.some(looksAtMonth))
    for (let first = addMonths(firstOfMonth(from), 1); first <= to; first = addMonths(first, 1))
      days.add(first)
  return [...days].filter((day) => day >= from && day <= to).sort()
}
