import { CalendarDays, Check, ChevronDown } from 'lucide-react'
import { useCallback, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import type { Day } from '#shared/lib/day.ts'
import { periodPresets } from '#shared/lib/period.ts'
import { CustomDates } from './CustomDates.tsx'
import styles from './PeriodControl.module.css'
import type { PeriodChoice } from './period-view.ts'
import type { PeriodState } from './use-period.ts'

type Choice = { period: PeriodChoice['preset']; from: string; to: string }

type Props = { state: PeriodState; today: Day; onChange: (choice: Choice) => void }

const presets = periodPresets.filter((preset) => preset !== 'custom')

/** Ready periods, and two dates for any other. */
export function PeriodControl({ state, today, onChange }: Props) {
  const { t } = useText()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const pick = (choice: Choice): void => {
    close()
    anchor.current?.focus()
    onChange(choice)
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
        <span className={styles.preset}>{t(`period.${state.preset}`)}</span>
        <span className={styles.range}>{state.words}</span>
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Popover
        anchor={anchor}
        isOpen={isOpen}
        onClose={close}
        label={t('period.label')}
        side="bottom-end"
        id={id}
      >
        <div className={styles.box}>
          <ul className={styles.list}>
            {presets.map((preset) => (
              <li key={preset}>
                <button
                  type="button"
                  className={styles.item}
                  aria-pressed={preset === state.preset}
                  onClick={() => pick({ period: preset, from: '', to: '' })}
                >
                  {t(`period.${preset}`)}
                  {preset === state.preset ? <Check size={15} aria-hidden /> : null}
                </button>
              </li>
            ))}
          </ul>
          <CustomDates
            from={state.period.from}
            to={state.period.to}
            today={today}
            onApply={(from, to) => pick({ period: 'custom', from, to })}
          />
        </div>
      </Popover>
    </>
  )
}
