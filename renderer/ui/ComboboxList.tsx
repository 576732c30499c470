import { Check, Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './Combobox.module.css'
import { matchOptions } from './match-options.ts'
import { TextField } from './TextField.tsx'

export type ComboboxOption = {
  value: string
  label: string
  count?: number
  /** Neighbours of one group stand under its name. */
  group?: string
}

type Props = {
  label: string
  value: string | null
  options: readonly ComboboxOption[]
  /** Null when what was chosen is picked again. */
  onPick: (value: string | null) => void
  onSearch?: ((typed: string) => void) | undefined
}

/** Far more than anybody reads: the rest is found by typing. */
const MOST_SHOWN = 200

/** Typing narrows, arrows move, Enter picks. */
export function ComboboxList({ label, value, options, onPick, onSearch }: Props) {
  const { t } = useText()
  const format = useFormat()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex((option) => option.value === value),
    ),
  )
  const shown = (onSearch ? options : matchOptions(options, typed)).slice(0, MOST_SHOWN)
  const at = Math.min(active, shown.length - 1)
  // The row that the keys stand on stays in sight.
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  useEffect(() => onSearch?.(typed), [onSearch, typed])
  const pick = (option: ComboboxOption | undefined): void => {
    if (option) onPick(option.value === value ? null : option.value)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key]
    if (to !== undefined) setActive(Math.max(0, Math.min(shown.length - 1, to)))
    else if (event.key === 'Enter') pick(shown[at])
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={styles.search}>
        <TextField
          type="search"
          role="combobox"
          label={label}
          isLabelHidden
          icon={Search}
          placeholder={t('common.search')}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          aria-expanded
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
        />
      </div>
      {shown.length === 0 ? <p className={styles.none}>{t('common.nothingFound')}</p> : null}
      <div role="listbox" id={id} aria-label={label} className={styles.list}>
        {shown.map((option, index) => (
          // Keys belong to the search field above, which never loses the focus.
          <div
            key={option.value}
            data-group={option.group !== shown[index - 1]?.group ? option.group : undefined}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            className={styles.option}
            aria-selected={option.value === value}
            data-active={index === at ? '' : undefined}
            onMouseMove={() => setActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
            onKeyDown={onKeyDown}
          >
            <span className={styles.check}>
              {option.value === value ? <Check size={15} aria-hidden /> : null}
            </span>
            <span className={styles.name} title={option.label}>
              {option.label}
            </span>
            {option.count === undefined ? null : (
              <span className={styles.count}>{format.number(option.count)}</span>
            )}
          </div>
        ))}
      </div>
    </>
  )
}
