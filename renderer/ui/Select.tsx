import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { describedBy } from './described-by.ts'
import { Field } from './Field.tsx'
import styles from './Select.module.css'

type SelectOption<T extends string> = {
  value: T
  label: string
  isDisabled?: boolean
  /** Options of one group stand together under its name. */
  group?: string
}

type Props<T extends string> = {
  label: string
  isLabelHidden?: boolean
  value: T
  options: readonly SelectOption<T>[]
  onChange: (value: T) => void
  hint?: ReactNode
  error?: ReactNode
  isDisabled?: boolean
  size?: 'md' | 'sm'
}

const groupsOf = <T extends string>(options: readonly SelectOption<T>[]) => [
  ...Map.groupBy(options, ({ group = '' }) => group),
]

const renderOption = ({ value, label, isDisabled }: SelectOption<string>) => (
  <option key={value} value={value} disabled={isDisabled}>
    {label}
  </option>
)

/** The platform's own list: every keyboard and screen reader knows it. */
export function Select<T extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
  hint,
  error,
  isDisabled = false,
  size = 'md',
}: Props<T>) {
  const id = useId()
  const box = (
    <span className={styles.box} data-size={size}>
      <select
        id={id}
        className={styles.select}
        value={value}
        disabled={isDisabled}
        aria-label={isLabelHidden ? label : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {groupsOf(options).map(([group, members]) =>
          group === '' ? (
            members.map(renderOption)
          ) : (
            <optgroup key={group} label={group}>
              {members.map(renderOption)}
            </optgroup>
          ),
        )}
      </select>
      <ChevronDown className={styles.arrow} size={15} aria-hidden />
    </span>
  )
  return isLabelHidden ? (
    box
  ) : (
    <Field id={id} label={label} hint={hint} error={error}>
      {box}
    </Field>
  )
}
