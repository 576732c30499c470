import { type ReactNode, useId } from 'react'
import styles from './Switch.module.css'

type Props = {
  label: ReactNode
  isOn: boolean
  onChange: (isOn: boolean) => void
  isDisabled?: boolean
}

export function Switch({ label, isOn, onChange, isDisabled = false }: Props) {
  const id = useId()
  return (
    <span className={styles.row}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className={styles.track}
        checked={isOn}
        aria-checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </span>
  )
}
