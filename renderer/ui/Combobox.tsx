import { ChevronDown, X } from 'lucide-react'
import { useCallback, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './Combobox.module.css'
import { ComboboxList, type ComboboxOption } from './ComboboxList.tsx'
import { Popover } from './Popover.tsx'

type Props = {
  label: string
  /** What is chosen says enough by itself; screen readers still hear the label. */
  isLabelHidden?: boolean
  /** Null: nothing chosen. */
  value: string | null
  /** What the button says of the chosen value; an option of the list has its own label. */
  valueLabel?: string | undefined
  options: readonly ComboboxOption[]
  onChange: (value: string | null) => void
  /** Told when the list opens and as one types: the options are what is found for it. Without, the list finds by itself. */
  onSearch?: ((typed: string) => void) | undefined
}

/** A filter as a button: what may be chosen, with counts, behind it; what is chosen on it, with a cross to take it back. */
export function Combobox({
  label,
  isLabelHidden = false,
  value,
  valueLabel,
  options,
  onChange,
  onSearch,
}: Props) {
  const { t } = useText()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const chosen = valueLabel ?? options.find((option) => option.value === value)?.label ?? value
  const pick = (next: string | null): void => {
    close()
    anchor.current?.focus()
    onChange(next)
  }
  return (
    <span className={styles.box} data-on={value === null ? undefined : ''}>
      <button
        ref={anchor}
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((open) => !open)}
      >
        {value === null ? (
          label
        ) : (
          <>
            <span className={isLabelHidden ? 'visually-hidden' : styles.label}>{label}:</span>
            <span className={styles.value} title={chosen ?? undefined}>
              {chosen}
            </span>
          </>
        )}
        {value === null ? <ChevronDown size={14} aria-hidden /> : null}
      </button>
      {value === null ? null : (
        <button
          type="button"
          className={styles.clear}
          aria-label={t('common.clearOf', { name: label })}
          onClick={() => pick(null)}
        >
          <X size={14} aria-hidden />
        </button>
      )}
      <Popover anchor={anchor} isOpen={isOpen} onClose={close} label={label} id={id}>
        <ComboboxList label={label} value={value} options={options} onPick={pick} onSearch={onSearch} />
      </Popover>
    </span>
  )
}
