import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './KpiCard.module.css'

type Props = {
  icon: LucideIcon
  label: string
  /** The page that explains the figure. */
  href: string
  value: ReactNode
  note: ReactNode
  /** A control of its own beside the label; the rest of the card is the link. */
  info?: ReactNode
  trend?: ReactNode
}

export function KpiCard({ icon: Icon, label, href, value, note, info, trend }: Props) {
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <Icon className={styles.icon} size={15} strokeWidth={1.9} aria-hidden />
        {href.startsWith('#') ? (
          <a href={href} className={styles.label}>
            {label}
          </a>
        ) : (
          <Link href={href} className={styles.label}>
            {label}
          </Link>
        )}
        {info ? <span className={styles.info}>{info}</span> : null}
      </div>
      <div className={styles.figure}>
        <span className={styles.value}>{value}</span>
        {trend}
      </div>
      <div className={styles.note}>{note}</div>
    </li>
  )
}
