import type { CallOutput } from '#shared/contract/index.ts'

export type UsageMetric = CallOutput<'resources.getUsage'>['metrics'][number]

/** Little used may be too big, much used may be too small: both deserve a look, the second the sooner. */
export function tierTone(tier: UsageMetric['tier']): 'brand' | 'ok' | 'warn' {
  if (tier === 'medium') return 'ok'
  return tier === 'high' ? 'warn' : 'brand'
}
