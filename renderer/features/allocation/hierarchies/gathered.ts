import type { DimensionOption } from '#renderer/app/costs/use-dimensions.ts'

/** Fields whose values are few and stand for somebody; the others number things. */
const fields: readonly string[] = [
  'businessUnit',
  'project',
  'owner',
  'environment',
  'connection',
  'subAccount',
  'service',
]

/** What a tree can be made of: virtual tags first, as they cover most. */
export function gathered(options: readonly DimensionOption[]): DimensionOption[] {
  const isVirtual = ({ value }: DimensionOption): boolean => value.startsWith('virtual:')
  const isOther = ({ value }: DimensionOption): boolean => value.startsWith('tag:') || fields.includes(value)
  return [...options.filter(isVirtual), ...options.filter(isOther)]
}
