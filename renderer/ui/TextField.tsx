import type { LucideIcon } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { describedBy } from './described-by.ts'
import { Field } from './Field.tsx'
import styles from './TextField.module.css'

export type TextFieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'value'> & {
  label: ReactNode
  /** The label stays for screen readers only: search boxes. */
  isLabelHidden?: boolean
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  error?: ReactNode
  icon?: LucideIcon
  /** A control inside the box, at its end. */
  end?: ReactNode
}

export function TextField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  hint,
  error,
  icon: Icon,
  end,
  ...rest
}: TextFieldProps) {
  const ownId = useId()
  const id = rest.id ?? ownId
  const box = (
    <span className={styles.box} data-invalid={error ? '' : undefined}>
      {Icon ? <Icon className={styles.icon} size={16} aria-hidden /> : null}
      <input
        spellCheck={false}
        autoComplete="off"
        {...rest}
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={isLabelHidden ? undefined : describedBy(id, hint, error)}
        aria-label={isLabelHidden && typeof label === 'string' ? label : undefined}
      />
      {end}
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
