/** How much of what it has a resource uses on average. */
type UsageTier = 'low' | 'medium' | 'high'

const LOW_BELOW = 0.3
const HIGH_FROM = 0.7

export function tierOf(share: number | null): UsageTier | null {
  if (share === null) return null
  if (share < LOW_BELOW) return 'low'
  return share < HIGH_FROM ? 'medium' : 'high'
}
