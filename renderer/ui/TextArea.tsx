import { type ComponentProps, type ReactNode, useId } from 'react'
import { describedBy } from './described-by.ts'
import { Field } from './Field.tsx'
import styles from './TextArea.module.css'

type Props = Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> & {
  label: string
  isLabelHidden?: boolean
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  error?: ReactNode
}

/** Text of several lines. */
export function TextArea({ label, isLabelHidden = false, value, onChange, hint, error, ...rest }: Props) {
  const ownId = useId()
  const id = rest.id ?? ownId
  const box = (
    <textarea
      rows={3}
      {...rest}
      id={id}
      className={styles.box}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      aria-invalid={error ? true : undefined}
      aria-describedby={isLabelHidden ? undefined : describedBy(id, hint, error)}
      aria-label={isLabelHidden ? label : undefined}
    />
  )
  return isLabelHidden ? (
    box
  ) : (
    <Field id={id} label={label} hint={hint} error={error}>
      {box}
    </Field>
  )
}
