import type { KeyboardEvent } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './series.module.css'
import { isBad } from './value-grid.ts'

type Props = {
  /** Row and column, for the keys to find it by. */
  place: string
  label: string
  text: string
  isEdited: boolean
  onChange: (text: string) => void
  onUndo: () => void
  /** False where there is no cell that way. */
  onMove: (down: number, right: number) => boolean
  onPaste: (text: string) => void
}

const WAYS: Record<string, readonly [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
}

/** Up, down and Enter go along the column; left and right leave the cell at its text's end. */
export function ValueCell({ place, label, text, isEdited, onChange, onUndo, onMove, onPaste }: Props) {
  const { t } = useText()
  const isWrong = isBad(text)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const { selectionStart: start, selectionEnd: end, value } = event.currentTarget
    const isAll = start === 0 && end === value.length
    let way = event.shiftKey && event.key === 'Enter' ? ([-1, 0] as const) : WAYS[event.key]
    if (event.key === 'ArrowLeft' && (isAll || (start === 0 && end === 0))) way = [0, -1]
    if (event.key === 'ArrowRight' && (isAll || (start === value.length && end === start))) way = [0, 1]
    if (way && onMove(...way)) event.preventDefault()
    else if (event.key === 'Enter') event.preventDefault()
    else if (event.key === 'Escape' && isEdited) {
      event.preventDefault()
      event.stopPropagation()
      onUndo()
    }
  }
  return (
    <input
      className={styles.cell}
      data-cell={place}
      data-edited={isEdited ? '' : undefined}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      title={isWrong ? t('series.values.bad', { text }) : undefined}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain')
        // One cell's text goes where the cursor stands, as in any field.
        if (!/[\t\n]/.test(pasted.trim())) return
        event.preventDefault()
        onPaste(pasted)
      }}
    />
  )
}
