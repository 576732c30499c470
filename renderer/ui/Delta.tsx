import { ArrowDownRight, ArrowUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Delta.module.css'

type Props = {
  /** Which way it went; the words or figure stand beside the arrow. */
  direction: 'up' | 'down' | 'flat'
  /** For costs a fall is good; for savings a rise. `none` judges nothing. */
  goodWhen?: 'down' | 'up' | 'none'
  children: ReactNode
}

// What stays has no arrow: a dash before a sum reads as a minus.
const ARROWS = { up: ArrowUpRight, down: ArrowDownRight, flat: null } as const

export function Delta({ direction, goodWhen = 'down', children }: Props) {
  const Arrow = ARROWS[direction]
  const tone = direction === 'flat' || goodWhen === 'none' ? 'neutral' : direction === goodWhen ? 'ok' : 'bad'
  return (
    <span className={styles.delta} data-tone={tone}>
      {Arrow ? <Arrow size={14} strokeWidth={2.2} aria-hidden /> : null}
      {children}
    </span>
  )
}
