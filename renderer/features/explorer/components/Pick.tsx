import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import styles from './Pick.module.css'

type Props<T extends string> = {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  /** Anything but what is usual: it stands out. */
  isOn?: boolean
  onChange: (value: T) => void
}

/** A choice of the strip: its name and what is chosen on one small button, the platform's own list behind it. */
export function Pick<T extends string>({ label, value, options, isOn = false, onChange }: Props<T>) {
  const id = useId()
  return (
    <span className={styles.pick} data-on={isOn ? '' : undefined}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={styles.value} aria-hidden>
        {options.find((option) => option.value === value)?.label ?? value}
        <ChevronDown size={14} />
      </span>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
