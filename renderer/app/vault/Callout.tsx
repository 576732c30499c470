import { Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Callout.module.css'

type Props = { tone: 'info' | 'warn'; title?: string; children: ReactNode }

/** What a person should have read before the next press. */
export function Callout({ tone, title, children }: Props) {
  const Icon = tone === 'warn' ? TriangleAlert : Info
  return (
    <div className={styles.callout} data-tone={tone}>
      <Icon className={styles.icon} size={16} aria-hidden />
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
