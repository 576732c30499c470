import { useFormat } from '#renderer/i18n/use-format.ts'
import { Delta } from '#renderer/ui/Delta.tsx'
import { directionOf } from '../view.ts'

type Props = {
  /** A ratio as text. */
  change: string
  title?: string
}

export function CostDelta({ change, title }: Props) {
  const format = useFormat()
  return (
    <span title={title}>
      <Delta direction={directionOf(change)}>{format.percent(change, { sign: true })}</Delta>
    </span>
  )
}
