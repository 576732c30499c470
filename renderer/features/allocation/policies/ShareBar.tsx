import { useFormat } from '#renderer/i18n/use-format.ts'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import styles from './policies.module.css'

/** How many of all, as a bar with its percent. */
export function ShareBar({ label, part, whole }: { label: string; part: number; whole: number }) {
  const format = useFormat()
  if (whole === 0) return <>—</>
  const percent = format.percent(part / whole, { digits: 0 })
  return (
    <span className={styles.bar}>
      <ProgressBar
        label={label}
        ratio={part / whole}
        tone={part === whole ? 'ok' : 'brand'}
        size="sm"
        valueText={percent}
      />
      <span className={styles.percent}>{percent}</span>
    </span>
  )
}
