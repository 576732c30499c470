import { ChevronDown, X } from 'lucide-react'
import { type FormEvent, useCallback, useId, useRef, useState } from 'react'
import { readAmount } from '#renderer/i18n/read-amount.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from './Button.tsx'
import combobox from './Combobox.module.css'
import { Popover } from './Popover.tsx'
import styles from './RangeFields.module.css'
import { TextField } from './TextField.tsx'

/** Decimal text; null leaves that end open. */
type AmountRange = { from: string | null; to: string | null }

type Props = {
  label: string
  value: AmountRange
  /** What the button says of a chosen range. */
  valueLabel: string
  onChange: (range: AmountRange) => void
}

const open: AmountRange = { from: null, to: null }

/** A range of amounts as a button of the row of filters. */
export function RangeFields({ label, value, valueLabel, onChange }: Props) {
  const { t } = useText()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const isOn = value.from !== null || value.to !== null
  const pick = (range: AmountRange): void => {
    close()
    anchor.current?.focus()
    onChange(range)
  }
  return (
    <span className={combobox.box} data-on={isOn ? '' : undefined}>
      <button
        ref={anchor}
        type="button"
        className={combobox.button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
      >
        {isOn ? (
          <>
            <span className={combobox.label}>{label}:</span>
            <span className={combobox.value}>{valueLabel}</span>
          </>
        ) : (
          <>
            {label}
            <ChevronDown size={14} aria-hidden />
          </>
        )}
      </button>
      {isOn ? (
        <button
          type="button"
          className={combobox.clear}
          aria-label={t('common.clearOf', { name: label })}
          onClick={() => pick(open)}
        >
          <X size={14} aria-hidden />
        </button>
      ) : null}
      <Popover anchor={anchor} isOpen={isOpen} onClose={close} label={label} id={id}>
        <Fields value={value} onApply={pick} />
      </Popover>
    </span>
  )
}

function Fields({ value, onApply }: { value: AmountRange; onApply: (range: AmountRange) => void }) {
  const { t } = useText()
  const [ends, setEnds] = useState({ from: value.from ?? '', to: value.to ?? '' })
  const [isTried, setTried] = useState(false)
  const read = (text: string): string | null | undefined =>
    text.trim() === '' ? null : (readAmount(text) ?? undefined)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const [from, to] = [read(ends.from), read(ends.to)]
    if (from !== undefined && to !== undefined) onApply({ from, to })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.ends}>
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            label={t(`common.${end}`)}
            inputMode="decimal"
            maxLength={24}
            value={ends[end]}
            onChange={(text) => setEnds({ ...ends, [end]: text })}
            error={isTried && read(ends[end]) === undefined ? t('common.notAmount') : undefined}
          />
        ))}
      </div>
      <Button type="submit" variant="primary">
        {t('common.apply')}
      </Button>
    </form>
  )
}
