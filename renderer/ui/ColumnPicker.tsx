import { Columns3, Search } from 'lucide-react'
import { useCallback, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from './Button.tsx'
import { Checkbox } from './Checkbox.tsx'
import styles from './ColumnPicker.module.css'
import { IconButton } from './IconButton.tsx'
import { matchOptions } from './match-options.ts'
import { Popover } from './Popover.tsx'
import { TextField } from './TextField.tsx'

type Column<T extends string> = { id: T; label: string; title?: string }

type Props<T extends string> = {
  label: string
  resetLabel: string
  columns: readonly Column<T>[]
  shown: readonly T[]
  /** Keeps the order of `columns`. */
  onChange: (shown: readonly T[]) => void
  onReset: () => void
}

/** As many as one sees without looking for one. */
const FEW = 24

/** Which columns a table shows. */
export function ColumnPicker<T extends string>({
  label,
  resetLabel,
  columns,
  shown,
  onChange,
  onReset,
}: Props<T>) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const anchor = useRef<HTMLSpanElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const found = matchOptions(
    columns.map((column) => ({
      ...column,
      name: column.label,
      label: `${column.label} ${column.title ?? ''}`,
    })),
    typed,
  )
  const toggle = (column: T, isShown: boolean): void =>
    onChange(
      columns.map((each) => each.id).filter((each) => (each === column ? isShown : shown.includes(each))),
    )
  return (
    <>
      <span ref={anchor}>
        <IconButton
          icon={Columns3}
          label={label}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen((open) => !open)}
        />
      </span>
      <Popover anchor={anchor} isOpen={isOpen} onClose={close} label={label} side="bottom-end" id={id}>
        {columns.length > FEW ? (
          <div className={styles.search}>
            <TextField
              type="search"
              label={label}
              isLabelHidden
              icon={Search}
              placeholder={t('common.search')}
              value={typed}
              onChange={setTyped}
            />
          </div>
        ) : null}
        <fieldset className={styles.list}>
          <legend className={styles.title}>{label}</legend>
          {found.length === 0 ? <p className={styles.title}>{t('common.nothingFound')}</p> : null}
          {found.map((column) => (
            <Checkbox
              key={column.id}
              className={styles.item}
              label={column.title ? <span title={column.title}>{column.name}</span> : column.name}
              value={shown.includes(column.id)}
              onChange={(isShown) => toggle(column.id, isShown)}
            />
          ))}
        </fieldset>
        <Button size="sm" variant="ghost" className={styles.reset} onClick={onReset}>
          {resetLabel}
        </Button>
      </Popover>
    </>
  )
}
