import { CalendarDays, Check, ChevronDown } from 'lucide-react'
import { useCallback, useId, useRef, useState } from 'react'
import { CustomDates } from '#renderer/app/period/CustomDates.tsx'
import periodStyles from '#renderer/app/period/PeriodControl.module.css'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import { relativePeriods, type ViewPeriod } from '#shared/contract/costs.ts'
import { isDay } from '#shared/lib/day.ts'
import { resolveViewPeriod } from '#shared/lib/view-period.ts'
import styles from './ViewPeriodControl.module.css'

type Props = { value: ViewPeriod; onChange: (period: ViewPeriod) => void }

/** The days of a view: ready ones, which move on with the calendar, or two dates. */
export function ViewPeriodControl({ value, onChange }: Props) {
  const { t, language } = useText()
  const { today } = useSession()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const range = resolveViewPeriod(value, today)
  const chosen = 'preset' in value ? value.preset : 'custom'
  const pick = (period: ViewPeriod): void => {
    close()
    anchor.current?.focus()
    onChange(period)
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
        <span className={periodStyles.preset}>{t(`costs.period.${chosen}`)}</span>
        <span className={periodStyles.range}>{rangeWords(range.from, range.to, today, language)}</span>
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Popover
        anchor={anchor}
        isOpen={isOpen}
        onClose={close}
        label={t('period.label')}
        side="bottom-start"
        id={id}
      >
        <div className={styles.box}>
          <ul className={styles.list}>
            {relativePeriods.map((preset) => (
              <li key={preset}>
                <button
                  type="button"
                  className={periodStyles.item}
                  aria-pressed={preset === chosen}
                  onClick={() => pick({ preset })}
                >
                  {t(`costs.period.${preset}`)}
                  {preset === chosen ? <Check size={15} aria-hidden /> : null}
                </button>
              </li>
            ))}
          </ul>
          <CustomDates
            from={range.from}
            to={range.to}
            today={today}
            onApply={(from, to) => {
              if (isDay(from) && isDay(to)) pick({ from, to })
            }}
          />
        </div>
      </Popover>
    </>
  )
}
