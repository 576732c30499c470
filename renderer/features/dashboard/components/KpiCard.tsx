import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './KpiCard.module.css'

type Props = {
  icon: LucideIcon
  label: string
  /** What explains the figure. */
  href: string
  value: ReactNode
  note: ReactNode
  /** A control of its own beside the label; the rest of the card is the link. */
  info?: ReactNode
  trend?: ReactNode
  isStale?: boolean
}

export function KpiCard({ icon: Icon, label, href, value, note, info, trend, isStale = false }: Props) {
  return (
    <section className={styles.card} aria-label={label} data-stale={isStale || undefined}>
      <div className={styles.head}>
        <Icon className={styles.icon} size={15} strokeWidth={1.9} aria-hidden />
        <Link href={href} className={styles.label} title={label}>
          {label}
        </Link>
        {trend ? <span className={styles.trend}>{trend}</span> : null}
        {info ? <span className={styles.info}>{info}</span> : null}
      </div>
      <p className={styles.value}>{value}</p>
      <div className={styles.note}>{note}</div>
    </section>
  )
}
