import { useFormat } from '#renderer/i18n/use-format.ts'
import { Delta } from '#renderer/ui/Delta.tsx'
import { directionOf } from '../view.ts'

type Props = {
  /** A ratio as text; null when there was nothing to compare with. */
  change: string | null
  title?: string
}

export function CostDelta({ change, title }: Props) {
  const format = useFormat()
  if (change === null) return <span title={title}>—</span>
  return (
    <span title={title}>
      <Delta direction={directionOf(change)}>{format.percent(change, { sign: true })}</Delta>
    </span>
  )
}
