import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { Day } from '#shared/lib/day.ts'
import styles from './CustomDates.module.css'
import { refusalOf } from './period-view.ts'

type Props = { from: Day; to: Day; today: Day; onApply: (from: string, to: string) => void }

/** Two dates that make a period of one's own. */
export function CustomDates({ from, to, today, onApply }: Props) {
  const { t } = useText()
  const [ends, setEnds] = useState({ from: from as string, to: to as string })
  const refusal = refusalOf(ends.from, ends.to)
  return (
    <form
      className={styles.custom}
      onSubmit={(event) => {
        event.preventDefault()
        if (refusal === null) onApply(ends.from, ends.to)
      }}
    >
      <p className={styles.caption}>{t('period.custom')}</p>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={styles.end}>
          <span>{t(`period.${end}`)}</span>
          <input
            type="date"
            className={styles.date}
            value={ends[end]}
            max={today}
            onChange={(event) => setEnds({ ...ends, [end]: event.target.value })}
          />
        </label>
      ))}
      {refusal === null ? null : (
        <p className={styles.invalid} role="alert">
          {t(`period.refused.${refusal}`)}
        </p>
      )}
      <Button type="submit" variant="primary" disabled={refusal !== null}>
        {t('period.apply')}
      </Button>
    </form>
  )
}
