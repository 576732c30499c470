import styles from './ProgressBar.module.css'

type Props = {
  /** What it measures, for screen readers. */
  label: string
  /** 0 to 1 and above: more than the whole fills the bar. */
  ratio: number
  tone?: 'brand' | 'ok' | 'warn' | 'bad'
  /** A second mark on the same scale: a forecast, a peak. */
  mark?: number | null
  valueText?: string
  size?: 'md' | 'sm'
}

const percent = (ratio: number): string => `${Math.max(0, Math.min(1, ratio)) * 100}%`

export function ProgressBar({ label, ratio, tone = 'brand', mark = null, valueText, size = 'md' }: Props) {
  return (
    <div
      className={styles.track}
      data-tone={tone}
      data-size={size}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(Math.max(0, Math.min(1, ratio)) * 100)}
      aria-valuetext={valueText}
    >
      <span className={styles.fill} style={{ width: percent(ratio) }} />
      {mark === null ? null : <span className={styles.mark} style={{ left: percent(mark) }} />}
    </div>
  )
}
