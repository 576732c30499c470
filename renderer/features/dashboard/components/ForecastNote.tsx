import { Info } from 'lucide-react'
import { useCallback, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import type { SummaryView } from '#shared/contract/dashboard.ts'
import styles from './ForecastNote.module.css'

type Props = { forecast: NonNullable<SummaryView['forecast']> }

/** The arithmetic behind the forecast, line by line. */
export function ForecastNote({ forecast }: Props) {
  const { t } = useText()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const lines = [
    { sign: '', label: t('dashboard.forecast.toDate'), value: <Amount money={forecast.monthToDate} /> },
    { sign: '÷', label: t('dashboard.forecast.daysDone'), value: forecast.daysDone },
    { sign: '×', label: t('dashboard.forecast.daysInMonth'), value: forecast.daysInMonth },
    { sign: '=', label: t('dashboard.forecast.result'), value: <Amount money={forecast.amount} /> },
  ]
  return (
    <>
      <IconButton
        ref={anchor}
        icon={Info}
        size="sm"
        label={t('dashboard.forecast.how')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((open) => !open)}
      />
      <Popover anchor={anchor} isOpen={isOpen} onClose={close} label={t('dashboard.forecast.how')} id={id}>
        <div className={styles.box}>
          <p className={styles.title}>{t('dashboard.forecast.how')}</p>
          <dl className={styles.lines}>
            {lines.map((line) => (
              <div key={line.label} className={styles.line} data-result={line.sign === '=' || undefined}>
                <dt>
                  <span className={styles.sign} aria-hidden>
                    {line.sign}
                  </span>
                  {line.label}
                </dt>
                <dd>{line.value}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.note}>{t('dashboard.forecast.note')}</p>
          <p className={styles.note}>
            {t('dashboard.forecast.lastMonth')}: <Amount money={forecast.lastMonth} />
          </p>
        </div>
      </Popover>
    </>
  )
}
