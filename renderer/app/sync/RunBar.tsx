import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import styles from './RunBar.module.css'

type Props = { label: string; share: number | null; valueText: string }

/** A bar that knows how much is done, or one that says only that something is. */
export function RunBar({ label, share, valueText }: Props) {
  if (share !== null) return <ProgressBar label={label} ratio={share} valueText={valueText} size="sm" />
  return (
    <div className={styles.track} role="progressbar" aria-label={label} aria-valuetext={valueText}>
      <span className={styles.sweep} />
    </div>
  )
}
