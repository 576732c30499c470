import { type FormEvent, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import { isDay, lastOfMonth } from '#shared/lib/day.ts'
import { firstDay } from '../months.ts'
import { QuoteFields, readQuote } from './QuoteFields.tsx'
import styles from './rates.module.css'
import type { RatesView } from './view.ts'

type Props = { data: RatesView; month: string; isOpen: boolean; onClose: () => void }

/** A rate of one's own for one day. */
export function RateDialog({ isOpen, onClose, ...rest }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('rates.addTitle')} isOpen={isOpen} onClose={onClose}>
      <RateForm {...rest} onClose={onClose} />
    </Dialog>
  )
}

function RateForm({ data, month, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const tell = useTell()
  const { today } = useSession()
  const { mutate, isPending, error } = useCommand('rates.update')
  const last = lastOfMonth(firstDay(month))
  const first = data.months[0]
  const [quote, setQuote] = useState({
    currency: first?.currency ?? ('USD' as const),
    nominal: String(first?.nominal ?? 1),
    value: '',
    note: '',
  })
  const [day, setDay] = useState<string>(last > today ? today : last)
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    const read = readQuote(quote)
    if (isPending || read === null || !isDay(day)) return
    mutate(
      { ...read, day },
      {
        onSuccess: () => {
          tell.done(t('rates.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.soft}>{t('rates.addText')}</p>
      <TextField
        type="date"
        label={t('rates.date')}
        value={day}
        onChange={setDay}
        error={isTried && !isDay(day) ? t('rates.badDay') : undefined}
        data-focus-first
      />
      <QuoteFields quote={quote} isTried={isTried} onChange={setQuote} />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
