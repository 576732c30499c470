import { billingOffsetMs } from '#main/core/ledger/billing-day.ts'
import type { Provider } from '#shared/contract/values.ts'
import { NO_HOUR } from './bins.ts'

const SECONDS = 3600

/** The hour of the billing day that each line begins in; none where it lasts longer. */
export function hoursOf(
  startSeconds: ArrayLike<number>,
  seconds: ArrayLike<number>,
  provider: Provider,
): Uint8Array {
  const offset = billingOffsetMs(provider) / 1000
  return Uint8Array.from({ length: startSeconds.length }, (_, i) => {
    const hour = Math.floor(((startSeconds[i] as number) + offset) / SECONDS)
    return (seconds[i] as number) <= SECONDS && hour >= 0 && hour < NO_HOUR ? hour : NO_HOUR
  })
}
