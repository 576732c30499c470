import { Check } from 'lucide-react'
import styles from './Steps.module.css'

type Props = {
  /** Names the list for screen readers. */
  label: string
  steps: readonly string[]
  /** Counted from zero; steps before it are done. */
  current: number
}

/** Where one is on a way of several steps. */
export function Steps({ label, steps, current }: Props) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={styles.step}
          data-state={index < current ? 'done' : index === current ? 'current' : 'ahead'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={styles.mark} aria-hidden>
            {index < current ? <Check size={13} strokeWidth={2.6} /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  )
}
