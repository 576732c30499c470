import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './Section.module.css'

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/

/** A letter before the first report, so that nobody learns of a wrong password on the third day of the month. */
export function MailTrialCard({ isSet }: { isSet: boolean }) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error, reset } = useCommand('mail.test')
  const [to, setTo] = useState('')
  const [isTried, setTried] = useState(false)
  const address = to.trim()
  const isFit = ADDRESS.test(address)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || !isFit) return
    mutate({ to: address }, { onSuccess: () => tell.done(t('mail.sent', { to: address })) })
  }
  return (
    <Card title={t('mail.trialTitle')} subtitle={t('mail.trialText')}>
      {isSet ? (
        <form className={styles.form} onSubmit={submit} noValidate>
          <TextField
            label={t('mail.trialTo')}
            value={to}
            onChange={(next) => {
              setTo(next)
              if (error) reset()
            }}
            error={isTried && !isFit ? t('mail.needTo') : undefined}
            maxLength={254}
            inputMode="email"
          />
          {error ? <ErrorBanner error={error} /> : null}
          {error?.error.code === 'delivery.mailTls' ? (
            <p className={styles.muted}>
              {t('mail.ownCertificate')}{' '}
              <Link href="/settings?section=network" replace>
                {t('mail.toNetwork')}
              </Link>
            </p>
          ) : null}
          <div className={styles.actions}>
            <Button type="submit" isPending={isPending}>
              {t('mail.send')}
            </Button>
          </div>
        </form>
      ) : (
        <p className={styles.muted}>{t('mail.notSet')}</p>
      )}
    </Card>
  )
}
