import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import styles from './Segmented.module.css'

type Segment<T extends string> = { value: T; label: string; icon?: LucideIcon }

type Props<T extends string> = {
  /** Names the group for screen readers. */
  label: string
  value: T
  options: readonly Segment<T>[]
  onChange: (value: T) => void
  size?: 'md' | 'sm'
  /** The labels stay for screen readers and as titles. */
  isIconOnly?: boolean
}

/** One of a few, all in sight. Radio buttons underneath: arrows move the choice, Tab passes by. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
  size = 'md',
  isIconOnly = false,
}: Props<T>) {
  const name = useId()
  return (
    <fieldset className={styles.group} data-size={size}>
      <legend className="visually-hidden">{label}</legend>
      {options.map(({ value: option, label: text, icon: Icon }) => (
        <label key={option} className={styles.item} title={isIconOnly ? text : undefined}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span className={styles.face}>
            {Icon ? <Icon size={15} aria-hidden /> : null}
            <span className={isIconOnly ? 'visually-hidden' : undefined}>{text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
