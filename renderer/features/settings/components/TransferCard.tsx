import { type FormEvent, useState } from 'react'
import { isAcceptable, TwicePassphrase } from '#renderer/app/TwicePassphrase.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import styles from './Packages.module.css'
import section from './Section.module.css'
import { TransferExports } from './TransferExports.tsx'
import { TransferMonths } from './TransferMonths.tsx'

type Listed = CallOutput<'transfer.list'>
type Props = Pick<Listed, 'months' | 'fingerprint'> & { mayStart: boolean }

const NOTHING = { text: '', again: '' }

/** Chosen months for another installation, as a file that only its passphrase opens. */
export function TransferCard({ months, fingerprint, mayStart }: Props) {
  const { t } = useText()
  const { mutate, isPending, error } = useCommand('transfer.start')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [passphrase, setPassphrase] = useState(NOTHING)
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || chosen.length === 0 || !isAcceptable(passphrase)) return
    mutate(
      { months: [...chosen], passphrase: passphrase.text },
      {
        onSuccess: () => {
          setPassphrase(NOTHING)
          setTried(false)
        },
      },
    )
  }
  return (
    <Card title={t('transfer.send')} subtitle={t('transfer.sendText')}>
      {!mayStart ? (
        <p className={section.muted}>{t('transfer.ownerOnly')}</p>
      ) : months.length === 0 ? (
        <p className={section.muted}>{t('transfer.noMonths')}</p>
      ) : (
        <form className={section.fields} onSubmit={submit} noValidate>
          <TransferMonths
            legend={t('transfer.months')}
            months={months}
            chosen={chosen}
            onChange={setChosen}
            error={isTried && chosen.length === 0 ? t('transfer.needMonth') : undefined}
          />
          <div className={section.form}>
            <TwicePassphrase
              label={t('transfer.passphrase')}
              hint={t('transfer.passphraseHint')}
              className={section.stack}
              value={passphrase}
              onChange={setPassphrase}
              isTried={isTried}
            />
          </div>
          {error ? <ErrorBanner error={error} /> : null}
          <div className={section.actions}>
            <Button type="submit" variant="primary" isPending={isPending}>
              {t('transfer.make')}
            </Button>
          </div>
          <TransferExports />
          {fingerprint ? (
            <div>
              <p className={styles.legend}>{t('transfer.ownFingerprint')}</p>
              <code className={styles.fingerprint}>{fingerprint}</code>
              <p className={section.muted}>{t('transfer.ownFingerprintText')}</p>
            </div>
          ) : null}
        </form>
      )}
    </Card>
  )
}
