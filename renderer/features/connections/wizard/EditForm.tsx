import { type FormEvent, useRef, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { CheckView } from '#shared/contract/connections.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import { describeError } from '#shared/texts/errors.ts'
import { isVaultClosed } from '../use-sync-start.ts'
import { AccountFields } from './AccountFields.tsx'
import { CheckResult } from './CheckResult.tsx'
import { sameTexts } from './form-values.ts'
import { GuardedDialog } from './GuardedDialog.tsx'
import { ProviderHelp } from './ProviderHelp.tsx'
import type { ProviderItem } from './ProviderStep.tsx'
import { ScheduleFields } from './ScheduleFields.tsx'
import { useAccountForm } from './use-account-form.ts'
import styles from './Wizard.module.css'

type Props = {
  kept: CallOutput<'connections.get'>
  item: ProviderItem
  onClose: () => void
  onVault: (retry: () => void) => void
}

const NAME_CODES: readonly string[] = ['connection.nameTaken']

/** The same form filled in. Secrets are never shown: what is left blank stays as it is. */
export function EditForm({ kept, item, onClose, onVault }: Props) {
  const { t, language } = useText()
  const tell = useTell()
  const element = useRef<HTMLFormElement>(null)
  const form = useAccountForm(item.fields, { settings: kept.settings, kept: kept.kept })
  const [name, setName] = useState(kept.name)
  const [schedule, setSchedule] = useState(kept.schedule)
  const [checked, setChecked] = useState<CheckView | null>(null)
  const [refusal, setRefusal] = useState<ErrorView | null>(null)
  const [wasTried, setTried] = useState(false)
  const check = useCommand('connections.startCheck')
  const update = useCommand('connections.update')
  const { settings, secrets } = form.split()
  const isAccessChanged = Object.keys(secrets).length > 0 || !sameTexts(settings, kept.settings)
  const isScheduleChanged = JSON.stringify(schedule) !== JSON.stringify(kept.schedule)
  const isNameChanged = name.trim() !== kept.name
  const isDirty = isAccessChanged || isScheduleChanged || isNameChanged

  const focusWrong = (): void => {
    if (element.current) focusFirstInvalid(element.current)
  }
  const refuse = (error: ErrorView): void => {
    const isOwn = NAME_CODES.includes(error.code) || error.code === 'schedule.badPattern'
    setRefusal(isOwn ? error : null)
    if (!isOwn) form.refuse(error)
    focusWrong()
  }
  const test = (): void => {
    if (!form.judge()) {
      focusWrong()
      return
    }
    check.mutate(
      { id: kept.id, provider: kept.provider, settings, secrets },
      {
        onSuccess: (answer) => {
          setChecked(answer)
          tell.done(t('connections.edit.checked', { account: answer.accountName }))
        },
        onError: (failure) => {
          setChecked(null)
          if (isVaultClosed(failure)) onVault(test)
          else refuse(failure.error)
        },
      },
    )
  }
  const save = (): void =>
    update.mutate(
      {
        id: kept.id,
        ...(isNameChanged ? { name } : {}),
        ...(isScheduleChanged ? { schedule } : {}),
        ...(isAccessChanged ? { settings, secrets } : {}),
      },
      {
        onSuccess: () => {
          tell.done(t('connections.edit.saved', { name: name.trim() }))
          onClose()
        },
        onError: (failure) => {
          if (isVaultClosed(failure)) onVault(save)
          else refuse(failure.error)
        },
      },
    )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    const isWhole = form.judge()
    focusWrong()
    if (!isWhole || name.trim() === '' || update.isPending) return
    if (isDirty) save()
    else onClose()
  }
  const told = refusal && describeError(refusal, language).title
  const isNameRefused = refusal !== null && NAME_CODES.includes(refusal.code)

  return (
    <GuardedDialog
      title={t('connections.edit.title', { name: kept.name })}
      isDirty={isDirty}
      onClose={onClose}
    >
      <form ref={element} className={styles.step} onSubmit={submit} noValidate>
        <div className={styles.columns}>
          <div className={styles.fields}>
            <TextField
              label={t('connections.wizard.name')}
              value={name}
              onChange={(text) => {
                setName(text)
                setRefusal(null)
              }}
              maxLength={120}
              error={
                wasTried && name.trim() === '' ? t('connections.needName') : isNameRefused ? told : undefined
              }
            />
            <section className={styles.part} aria-label={t('connections.edit.access')}>
              <h3 className={styles.helpTitle}>{t('connections.edit.access')}</h3>
              <AccountFields form={form} />
              <Button isPending={check.isPending} onClick={test} className={styles.test}>
                {t(check.isPending ? 'connections.wizard.checking' : 'connections.wizard.check')}
              </Button>
            </section>
            {checked ? <CheckResult checked={checked} /> : null}
            <section className={styles.part} aria-label={t('connections.edit.schedule')}>
              <h3 className={styles.helpTitle}>{t('connections.edit.schedule')}</h3>
              <ScheduleFields
                value={schedule}
                onChange={(next) => {
                  setSchedule(next)
                  setRefusal(null)
                }}
                error={refusal?.code === 'schedule.badPattern' ? (told ?? undefined) : undefined}
              />
            </section>
          </div>
          <ProviderHelp item={item} />
        </div>
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={update.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </GuardedDialog>
  )
}
