import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge, type Tone } from '#renderer/ui/Badge.tsx'
import type { ActView } from '#shared/contract/acts.ts'
import { paidState } from './view.ts'

const TONES: Record<ReturnType<typeof paidState>['state'], Tone> = {
  full: 'ok',
  part: 'info',
  over: 'warn',
  none: 'neutral',
  inOther: 'neutral',
}

export function PaidBadge({ act }: { act: ActView }) {
  const { t } = useText()
  const format = useFormat()
  const { state, amount } = paidState(act)
  const words = t(`acts.paid.${state}`, { amount: format.money({ amount, currency: act.currency }) })
  if (state === 'inOther') return words
  return (
    <Badge tone={TONES[state]} hasDot>
      {words}
    </Badge>
  )
}
