import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Badge.module.css'

export type Tone = 'neutral' | 'ok' | 'warn' | 'bad' | 'info' | 'demo'

type Props = {
  tone?: Tone
  icon?: LucideIcon
  /** A coloured dot before the words: states are never told by colour alone. */
  hasDot?: boolean
  children: ReactNode
}

export function Badge({ tone = 'neutral', icon: Icon, hasDot = false, children }: Props) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {hasDot ? <span className={styles.dot} aria-hidden /> : null}
      {Icon ? <Icon size={12} strokeWidth={2.2} aria-hidden /> : null}
      {children}
    </span>
  )
}
