import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { Schedule } from '#shared/contract/connections.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import { describeError } from '#shared/texts/errors.ts'
import { ScheduleFields } from './ScheduleFields.tsx'
import type { AccountForm } from './use-account-form.ts'
import { useFocusWrong } from './use-focus-wrong.ts'
import styles from './Wizard.module.css'

type Props = {
  provider: Provider
  form: AccountForm
  suggestedName: string
  onBack: () => void
  onSaved: (saved: { id: string; name: string }) => void
  /** The provider was asked again and refused: the form has to be mended. */
  onRefused: (error: ErrorView) => void
}

const isOfForm = ({ code }: ErrorView): boolean =>
  code.startsWith('provider.') || code === 'connection.missingField' || code === 'connection.badAddress'

const EVERY_DAY: Schedule = { kind: 'every', hours: 24, quiet: null }

export function SaveStep({ provider, form, suggestedName, onBack, onSaved, onRefused }: Props) {
  const { t, language } = useText()
  const [name, setName] = useState(suggestedName)
  const [schedule, setSchedule] = useState(EVERY_DAY)
  const [wasTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<ErrorView | null>(null)
  const { mutate, isPending } = useCommand('connections.add')
  const { ref, focusWrong } = useFocusWrong()
  const told = refusal && describeError(refusal, language)
  const code = refusal?.code
  const nameError = code === 'connection.nameTaken' ? told?.title : undefined
  const patternError = code === 'schedule.badPattern' ? told?.title : undefined

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    setRefusal(null)
    focusWrong()
    if (isPending || name.trim() === '') return
    mutate(
      { provider, name, schedule, ...form.split() },
      {
        onSuccess: ({ id }) => onSaved({ id, name: name.trim() }),
        onError: (failure) => {
          if (isOfForm(failure.error)) {
            onRefused(failure.error)
            return
          }
          setRefusal(failure.error)
          focusWrong()
        },
      },
    )
  }

  return (
    <form ref={ref} className={styles.step} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        {refusal && !nameError && !patternError ? <ErrorBanner error={refusal} /> : null}
        <TextField
          label={t('connect.name')}
          value={name}
          onChange={(text) => {
            setName(text)
            setRefusal(null)
          }}
          hint={t('connect.nameHint')}
          error={wasTried && name.trim() === '' ? t('connect.needName') : nameError}
          maxLength={120}
          data-focus-first
        />
        <section className={styles.part} aria-label={t('connect.plan.label')}>
          <h3 className={styles.helpTitle}>{t('connect.plan.label')}</h3>
          <ScheduleFields
            value={schedule}
            error={patternError}
            onChange={(next) => {
              setSchedule(next)
              setRefusal(null)
            }}
          />
        </section>
      </div>
      <div className={styles.actions}>
        <Button onClick={onBack}>{t('common.back')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('connect.save')}
        </Button>
      </div>
    </form>
  )
}
