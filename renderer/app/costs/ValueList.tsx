import { Check, Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { useSettled } from './use-settled.ts'
import { rememberLabel } from './use-value-labels.ts'
import { noneLabel, valueLabel } from './value-label.ts'
import styles from './WhereEditor.module.css'

type Props = {
  dimension: CostDimension
  chosen: readonly string[]
  period: DayRange | undefined
  onChange: (chosen: readonly string[]) => void
  /** Costs that lack the attribute. */
  onEmpty: () => void
}

const MOST = 100
/** Letters come faster than answers are needed. */
const REST_MS = 90

type Row = { value: string | null; label: string }

/** Values of a dimension, looked for as one types; what lacks the attribute stands first. Many may be chosen. */
export function ValueList({ dimension, chosen, period, onChange, onEmpty }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const search = useSettled(typed.trim().slice(0, 200), REST_MS)
  const { data } = useCall('explorer.listValues', { dimension, search, ...period, limit: MOST })
  const found: Row[] = (data?.items ?? []).map(({ value, label }) => ({
    value,
    label: valueLabel(dimension, value, label, t, language),
  }))
  const none: Row = { value: null, label: noneLabel(dimension, t) }
  const rows = typed.trim() === '' ? [none, ...found] : found
  const at = Math.min(active, rows.length - 1)
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  const toggle = (row: Row | undefined): void => {
    if (!row) return
    const { value, label } = row
    if (value === null) {
      onEmpty()
      return
    }
    rememberLabel(dimension, value, label)
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key]
    if (to !== undefined) setActive(Math.max(0, Math.min(rows.length - 1, to)))
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) toggle(rows[at])
    else return
    event.preventDefault()
  }
  const isMore = data !== undefined && data.total > data.items.length
  return (
    <>
      <TextField
        type="search"
        role="combobox"
        label={t('costs.where.findValue')}
        isLabelHidden
        icon={Search}
        placeholder={t('costs.where.findValue')}
        value={typed}
        maxLength={200}
        autoFocus
        onChange={(text) => {
          setTyped(text)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={rows[at] ? `${id}-${at}` : undefined}
      />
      {data !== undefined && found.length === 0 ? (
        <p className={styles.soft}>{t('costs.where.noValues')}</p>
      ) : null}
      <div
        role="listbox"
        id={id}
        aria-label={t('costs.where.values')}
        aria-multiselectable
        className={styles.list}
      >
        {rows.map((row, index) => {
          const isChosen = row.value !== null && chosen.includes(row.value)
          return (
            <div
              key={row.value ?? ''}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              className={styles.option}
              aria-selected={isChosen}
              data-active={index === at ? '' : undefined}
              data-none={row.value === null ? '' : undefined}
              onMouseMove={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => toggle(row)}
              onKeyDown={onKeyDown}
            >
              <span className={styles.box} aria-hidden>
                {isChosen ? <Check size={13} strokeWidth={3} /> : null}
              </span>
              <span className={styles.words} title={row.label}>
                {row.label}
              </span>
            </div>
          )
        })}
      </div>
      <p className={styles.soft} role="status">
        {chosen.length > 0 ? t('costs.where.chosen', { count: format.number(chosen.length) }) : null}
        {isMore
          ? ` ${t('costs.where.moreValues', {
              shown: format.number(found.length),
              total: format.number(data.total),
            })}`
          : null}
      </p>
    </>
  )
}
