import type { ReactNode } from 'react'
import styles from './Field.module.css'

type Props = {
  id: string
  label: ReactNode
  /** Help under the control; read out with it through `${id}-hint`. */
  hint?: ReactNode
  error?: ReactNode
  children: ReactNode
}

/** Label, control, help and error of one input. The control takes `describedBy(id, …)`. */
export function Field({ id, label, hint, error, children }: Props) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
      {hint ? (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      ) : null}
    </div>
  )
}
