import styles from './LoadBar.module.css'

type Props = { mean: number; peak: number; text: string }

const width = (ratio: number): string => `${Math.max(0, Math.min(1, ratio)) * 100}%`

/** How much is used on the mean, and at most. */
export function LoadBar({ mean, peak, text }: Props) {
  return (
    <span className={styles.load}>
      <span className={styles.bar} aria-hidden>
        <span className={styles.peak} style={{ width: width(peak) }} />
        <span
          className={styles.mean}
          style={{ width: width(mean) }}
          data-low={mean < 0.15 ? '' : undefined}
        />
      </span>
      {text}
    </span>
  )
}
