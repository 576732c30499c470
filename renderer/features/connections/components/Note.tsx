import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Note.module.css'

type Tone = 'info' | 'warn' | 'bad' | 'ok'

type Props = { tone: Tone; icon?: LucideIcon; title: ReactNode; children?: ReactNode }

const ICONS: Record<Tone, LucideIcon> = { info: Info, ok: Info, warn: CircleAlert, bad: TriangleAlert }

/** Something to know about a connection, in the tone that it deserves. */
export function Note({ tone, icon, title, children }: Props) {
  const Icon = icon ?? ICONS[tone]
  return (
    <div className={styles.note} data-tone={tone}>
      <Icon size={16} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children ? <div className={styles.text}>{children}</div> : null}
      </div>
    </div>
  )
}
