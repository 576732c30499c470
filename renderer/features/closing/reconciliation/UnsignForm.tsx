import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import styles from './reconciliation.module.css'

type Props = { ladder: LadderView; onEnd: () => void }

export function UnsignForm({ ladder: { month, connectionId, name }, onEnd }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error } = useCommand('reconciliation.unsign')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isPending || isMissing) return
    mutate(
      { month, connectionId, reason: reason.trim() },
      {
        onSuccess: () => {
          tell.done(t('closing.unsigned', { name }))
          onEnd()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextArea
        label={t('closing.unsignReason')}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        rows={2}
        error={isTried && isMissing ? t('closing.unsignNeeds') : undefined}
      />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.buttons}>
        <Button onClick={onEnd}>{t('common.cancel')}</Button>
        <Button type="submit" variant="danger" isPending={isPending}>
          {t('closing.unsign')}
        </Button>
      </div>
    </form>
  )
}
