import { Trash2 } from 'lucide-react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { formatRate } from '#renderer/i18n/format-rate.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import styles from './rates.module.css'
import { useTold } from './use-told.ts'
import { ownRates, type RatesView } from './view.ts'

/** What people entered for the month, on what grounds, and the way to take it back. */
export function OwnRates({ data }: { data: RatesView }) {
  const { t, language } = useText()
  const format = useFormat()
  const told = useTold()
  const tell = useTell()
  const { role } = useSession()
  const { mutate, isPending } = useCommand('rates.remove')
  const own = ownRates(data)
  if (own.length === 0) return null
  const mayRemove = isGranted(role, 'data.write') && !data.isClosed
  return (
    <section className={styles.own} aria-label={t('rates.own')}>
      <h3 className={styles.ownTitle}>{t('rates.own')}</h3>
      <ul>
        {own.map((rate) => {
          const { currency, day, nominal, value, note } = rate
          return (
            <li key={`${currency} ${day}`} className={styles.ownRate}>
              <p className={styles.grow}>
                {format.day(day)}: {formatRate(value, language)}{' '}
                {t('rates.perUnits', { nominal: format.number(nominal), currency })}
                {note ? `. ${note}` : ''}
                <span className={styles.soft}> {told(rate)}</span>
              </p>
              {mayRemove ? (
                <IconButton
                  icon={Trash2}
                  size="sm"
                  label={t('rates.remove', { currency, day: format.day(day) })}
                  disabled={isPending}
                  onClick={() =>
                    mutate(
                      { currency, day },
                      { onSuccess: () => tell.done(t('rates.removed')), onError: tell.failed },
                    )
                  }
                />
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
