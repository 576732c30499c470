import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import styles from './policies.module.css'

type Props = {
  label: string
  /** Said while none is ticked. */
  hint: string
  options: readonly { value: string; label: string }[]
  value: readonly string[]
  onChange: (value: readonly string[]) => void
}

/** Some of a known list, folded away until something of it is chosen. */
export function CheckList({ label, hint, options, value, onChange }: Props) {
  const chosen = options.filter((option) => value.includes(option.value)).map((option) => option.label)
  return (
    <Disclosure label={label} note={chosen.length === 0 ? hint : chosen.join(', ')}>
      <fieldset className={styles.checks}>
        <legend className="visually-hidden">{label}</legend>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            value={value.includes(option.value)}
            onChange={(isOn) =>
              onChange(isOn ? [...value, option.value] : value.filter((each) => each !== option.value))
            }
          />
        ))}
      </fieldset>
    </Disclosure>
  )
}
