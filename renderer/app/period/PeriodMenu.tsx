import { CalendarDays, Check, ChevronDown } from 'lucide-react'
import { type ReactNode, useCallback, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import styles from './PeriodMenu.module.css'

type Props<P extends string> = {
  /** What is chosen, by its name and in days. */
  chosen: string
  words: string
  presets: readonly P[]
  labelOf: (preset: P) => string
  onPick: (preset: P) => void
  side: 'bottom-start' | 'bottom-end'
  /** Beside the ready periods: two dates. `close` gives the focus back to the button. */
  dates: (close: () => void) => ReactNode
  /** Lists that are long stand in two columns. */
  isWide?: boolean
}

/** Ready periods, and two dates for any other, behind a button that says what is chosen. */
export function PeriodMenu<P extends string>(props: Props<P>) {
  const { chosen, words, presets, labelOf, onPick, side, dates, isWide = false } = props
  const { t } = useText()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const leave = (): void => {
    close()
    anchor.current?.focus()
  }
  return (
    <>
      <Button
        ref={anchor}
        icon={CalendarDays}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((open) => !open)}
      >
        <span className={styles.preset}>{chosen}</span>
        <span className={styles.range}>{words}</span>
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Popover anchor={anchor} isOpen={isOpen} onClose={close} label={t('period.label')} side={side} id={id}>
        <div className={styles.box} data-wide={isWide || undefined}>
          <ul className={styles.list}>
            {presets.map((preset) => {
              const label = labelOf(preset)
              return (
                <li key={preset}>
                  <button
                    type="button"
                    className={styles.item}
                    aria-pressed={label === chosen}
                    onClick={() => {
                      leave()
                      onPick(preset)
                    }}
                  >
                    {label}
                    {label === chosen ? <Check size={15} aria-hidden /> : null}
                  </button>
                </li>
              )
            })}
          </ul>
          {dates(leave)}
        </div>
      </Popover>
    </>
  )
}
