import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import type { ClosedMonthView } from '#shared/contract/rates.ts'
import { day } from '#shared/lib/day.ts'
import styles from './months.module.css'

/** Who closed and reopened a month, when and why: nothing of it is ever lost. */
export function MonthHistory({ month: { month, closings } }: { month: ClosedMonthView }) {
  const { t } = useText()
  const format = useFormat()
  const said = (kind: 'closed' | 'reopened', atMs: number, person: string | null): string => {
    const at = format.instant(atMs)
    return person ? t(`rates.m.${kind}By`, { at, person }) : t(`rates.m.${kind}At`, { at })
  }
  return (
    <Disclosure label={t('rates.m.history', { month: format.month(day(`${month}-01`)) })}>
      <ol className={styles.history}>
        {closings.map(({ closedAtMs, closedBy, note, reopenedAtMs, reopenedBy, reason }) => (
          <li key={closedAtMs}>
            {reopenedAtMs === null ? null : (
              <p>
                {said('reopened', reopenedAtMs, reopenedBy)}
                {reason ? (
                  <span className={styles.soft}>. {t('rates.m.reason', { text: reason })}</span>
                ) : null}
              </p>
            )}
            <p>
              {said('closed', closedAtMs, closedBy)}
              {note ? <span className={styles.soft}>. {note}</span> : null}
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
