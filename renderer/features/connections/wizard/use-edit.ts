import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { CheckView, FieldSpec } from '#shared/contract/connections.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import { describeError } from '#shared/texts/errors.ts'
import { isVaultClosed } from '../use-sync-start.ts'
import { sameTexts } from './form-values.ts'
import { useAccountForm } from './use-account-form.ts'
import { useFocusWrong } from './use-focus-wrong.ts'

type Options = {
  kept: CallOutput<'connections.get'>
  fields: readonly FieldSpec[]
  onClose: () => void
  onVault: (retry: () => void) => void
}

/** What is kept of a connection, what was changed of it, and the two things to do with that: test and save. */
export function useEdit({ kept, fields, onClose, onVault }: Options) {
  const { t, language } = useText()
  const tell = useTell()
  const { ref, focusWrong } = useFocusWrong()
  const form = useAccountForm(fields, { settings: kept.settings, kept: kept.kept })
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
  const told = (code: ErrorView['code']): string | undefined =>
    refusal?.code === code ? describeError(refusal, language).title : undefined

  const refuse = (error: ErrorView): void => {
    const isOwn = error.code === 'connection.nameTaken' || error.code === 'schedule.badPattern'
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
          tell.done(t('connect.edit.checked', { account: answer.accountName }))
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
          tell.done(t('connect.edit.saved', { name: name.trim() }))
          onClose()
        },
        onError: (failure) => {
          if (isVaultClosed(failure)) onVault(save)
          else refuse(failure.error)
        },
      },
    )

  return {
    ref,
    form,
    name,
    schedule,
    checked,
    isDirty,
    isTesting: check.isPending,
    isSaving: update.isPending,
    nameError: wasTried && name.trim() === '' ? t('connect.needName') : told('connection.nameTaken'),
    patternError: told('schedule.badPattern'),
    setName(text: string): void {
      setName(text)
      setRefusal(null)
    },
    setSchedule(next: typeof schedule): void {
      setSchedule(next)
      setRefusal(null)
    },
    test,
    submit(): void {
      setTried(true)
      const isWhole = form.judge()
      focusWrong()
      if (!isWhole || name.trim() === '' || update.isPending) return
      if (isDirty) save()
      else onClose()
    },
  }
}
