import styles from './ShareBar.module.css'

type Props = { percent: number; tone?: 'brand' | 'up' | 'down' }

/** Decoration: the figure that it draws stands beside it. */
export function ShareBar({ percent, tone = 'brand' }: Props) {
  return (
    <span className={styles.track} data-tone={tone} aria-hidden>
      <span className={styles.fill} style={{ width: `${percent}%` }} />
    </span>
  )
}
