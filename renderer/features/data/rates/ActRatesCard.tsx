import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { formatRate } from '#renderer/i18n/format-rate.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { ActRateDialog } from './ActRateDialog.tsx'
import styles from './rates.module.css'
import type { RatesView } from './view.ts'

/** What the providers' acts of the month were made out at. */
export function ActRatesCard({ data, month }: { data: RatesView; month: string }) {
  const { t, language } = useText()
  const format = useFormat()
  const tell = useTell()
  const { role } = useSession()
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending } = useCommand('rates.updateAct')
  const mayChange = isGranted(role, 'data.write') && !data.isClosed
  return (
    <Card
      title={t('rates.acts')}
      subtitle={t('rates.actsText')}
      actions={
        mayChange ? (
          <Button size="sm" icon={Plus} onClick={() => setOpen(true)}>
            {t('rates.actAdd')}
          </Button>
        ) : undefined
      }
    >
      {data.acts.length === 0 ? <p className={styles.soft}>{t('rates.actsNone')}</p> : null}
      <ul>
        {data.acts.map((act) => {
          const { connectionId, connectionName, currency, nominal, value, note } = act
          return (
            <li key={`${connectionId} ${currency}`} className={styles.ownRate}>
              <p className={styles.grow}>
                <span className={styles.ruleName}>{connectionName}</span> {formatRate(value, language)}{' '}
                {t('rates.perUnits', { nominal: format.number(nominal), currency })}
                {note ? <span className={styles.soft}>. {note}</span> : null}
              </p>
              {mayChange ? (
                <IconButton
                  icon={Trash2}
                  size="sm"
                  label={t('rates.actRemove', { name: connectionName, currency })}
                  disabled={isPending}
                  onClick={() =>
                    mutate(
                      { connectionId, month, currency, nominal, value: null, note: null },
                      { onSuccess: () => tell.done(t('rates.removed')), onError: tell.failed },
                    )
                  }
                />
              ) : null}
            </li>
          )
        })}
      </ul>
      <ActRateDialog data={data} month={month} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Card>
  )
}
