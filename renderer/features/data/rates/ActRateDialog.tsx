import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { firstDay } from '../months.ts'
import { QuoteFields, readQuote } from './QuoteFields.tsx'
import styles from './rates.module.css'
import type { RatesView } from './view.ts'

type Props = { data: RatesView; month: string; isOpen: boolean; onClose: () => void }

export function ActRateDialog({ isOpen, onClose, ...rest }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Dialog
      title={t('rates.actTitle', { month: format.month(firstDay(rest.month)) })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <ActRateForm {...rest} onClose={onClose} />
    </Dialog>
  )
}

function ActRateForm({ data, month, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const tell = useTell()
  const accounts = useCall('connections.list', {})
  const { mutate, isPending, error } = useCommand('rates.updateAct')
  const [chosen, setChosen] = useState<string | null>(null)
  const first = data.months[0]
  const [quote, setQuote] = useState({
    currency: first?.currency ?? ('USD' as const),
    nominal: String(first?.nominal ?? 1),
    value: '',
    note: '',
  })
  const [isTried, setTried] = useState(false)
  const options = (accounts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const connectionId = chosen ?? options[0]?.value
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    const read = readQuote(quote)
    if (isPending || read === null || connectionId === undefined) return
    mutate(
      { ...read, connectionId, month },
      {
        onSuccess: () => {
          tell.done(t('rates.saved'))
          onClose()
        },
      },
    )
  }
  if (accounts.data && connectionId === undefined) return <p>{t('rates.noAccounts')}</p>
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Select label={t('rates.account')} value={connectionId ?? ''} options={options} onChange={setChosen} />
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
