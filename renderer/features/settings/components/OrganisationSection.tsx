import { type FormEvent, useState } from 'react'
import { OrganisationFields } from '#renderer/app/OrganisationFields.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import styles from './Section.module.css'

export function OrganisationSection() {
  const { t } = useText()
  const session = useSession()
  const tell = useTell()
  const [name, setName] = useState(session.workspaceName)
  const [currency, setCurrency] = useState(session.currency)
  const [timeZone, setTimeZone] = useState(session.timeZone)
  const [wasTried, setTried] = useState(false)
  const { mutate, isPending } = useCommand('settings.updateWorkspace')
  const canWrite = isGranted(session.role, 'settings.write')
  const isEmpty = name.trim() === ''
  const isSame =
    name.trim() === session.workspaceName && currency === session.currency && timeZone === session.timeZone

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || isEmpty) return
    mutate(
      { name, currency, timeZone },
      { onSuccess: () => tell.done(t('common.saved')), onError: tell.failed },
    )
  }
  return (
    <Card title={t('settings.section.organisation')} subtitle={t('settings.organisationText')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('settings.organisationName')}
          value={name}
          onChange={setName}
          maxLength={120}
          autoComplete="organization"
          disabled={!canWrite}
          error={wasTried && isEmpty ? t('people.needName') : undefined}
        />
        <OrganisationFields
          currency={currency}
          timeZone={timeZone}
          onCurrency={setCurrency}
          onTimeZone={setTimeZone}
          isDisabled={!canWrite}
        />
        <p className={styles.muted}>
          {t('settings.currencyNote')} {t('settings.zoneNote')}
        </p>
        {canWrite ? (
          <div className={styles.actions}>
            <Button type="submit" variant="primary" isPending={isPending} disabled={isSame}>
              {t('common.save')}
            </Button>
          </div>
        ) : (
          <p className={styles.muted}>{t('settings.organisationLocked')}</p>
        )}
      </form>
    </Card>
  )
}
