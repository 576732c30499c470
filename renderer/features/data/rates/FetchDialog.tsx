import { type FormEvent, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import { isDay, lastOfMonth } from '#shared/lib/day.ts'
import { firstDay } from '../months.ts'
import styles from './rates.module.css'
import { useLoaded } from './use-loaded.ts'

type Props = { month: string; isOpen: boolean; onClose: () => void }

export function FetchDialog({ month, isOpen, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('rates.fetchTitle')} isOpen={isOpen} onClose={onClose}>
      <FetchForm month={month} onClose={onClose} />
    </Dialog>
  )
}

/** The month that is looked at, until today: what is wanted most. */
function FetchForm({ month, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const { today } = useSession()
  const showLoaded = useLoaded()
  const { mutate, isPending, error } = useCommand('rates.startFetch')
  const last = lastOfMonth(firstDay(month))
  const [from, setFrom] = useState<string>(firstDay(month))
  const [to, setTo] = useState<string>(last > today ? today : last)
  const isBackwards = isDay(from) && isDay(to) && from > to
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    focusFirstInvalid(event.currentTarget)
    if (isPending || !isDay(from) || !isDay(to) || from > to) return
    mutate(
      { from, to },
      {
        onSuccess: (loaded) => {
          showLoaded(loaded)
          onClose()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.soft}>{t('rates.fetchText')}</p>
      <div className={styles.fields}>
        <TextField
          type="date"
          label={t('rates.fetchFrom')}
          value={from}
          onChange={setFrom}
          error={isDay(from) ? undefined : t('rates.badDay')}
        />
        <TextField
          type="date"
          label={t('rates.fetchTo')}
          value={to}
          onChange={setTo}
          error={isBackwards ? t('rates.badRange') : isDay(to) ? undefined : t('rates.badDay')}
        />
      </div>
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending} data-focus-first>
          {t('rates.fetchStart')}
        </Button>
      </div>
    </form>
  )
}
