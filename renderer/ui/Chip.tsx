import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import styles from './Chip.module.css'

type Props = {
  icon?: LucideIcon
  tone?: 'neutral' | 'warn' | 'bad' | 'ok'
  count?: number
  isPressed: boolean
  onPress: () => void
  isDisabled?: boolean
  children: ReactNode
}

/** A choice that is on or off, with how many it would leave. */
export function Chip({
  icon: Icon,
  tone = 'neutral',
  count,
  isPressed,
  onPress,
  isDisabled = false,
  children,
}: Props) {
  const format = useFormat()
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone={tone}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onPress}
    >
      {Icon ? <Icon size={14} strokeWidth={2} aria-hidden /> : null}
      {children}
      {count === undefined ? null : <span className={styles.count}>{format.number(count)}</span>}
    </button>
  )
}
