import { Columns3 } from 'lucide-react'
import { useCallback, useId, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { Checkbox } from './Checkbox.tsx'
import styles from './ColumnPicker.module.css'
import { IconButton } from './IconButton.tsx'
import { Popover } from './Popover.tsx'

type Column<T extends string> = { id: T; label: string }

type Props<T extends string> = {
  label: string
  resetLabel: string
  columns: readonly Column<T>[]
  shown: readonly T[]
  /** Keeps the order of `columns`. */
  onChange: (shown: readonly T[]) => void
  onReset: () => void
}

/** Which columns a table shows. */
export function ColumnPicker<T extends string>({
  label,
  resetLabel,
  columns,
  shown,
  onChange,
  onReset,
}: Props<T>) {
  const id = useId()
  const anchor = useRef<HTMLSpanElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
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
        <fieldset className={styles.list}>
          <legend className={styles.title}>{label}</legend>
          {columns.map((column) => (
            <Checkbox
              key={column.id}
              className={styles.item}
              label={column.label}
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
