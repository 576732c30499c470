import { type FormEvent, useState } from 'react'
import { freeName } from '#renderer/app/free-name.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import styles from '../reports.module.css'

type Props = {
  isOpen: boolean
  name: string
  names: readonly string[]
  spec: ReportSpec
  onSaved: (id: string, name: string) => void
  onClose: () => void
}

export function SaveAsDialog({ isOpen, onClose, ...rest }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('reportBuilder.saveAsTitle')} isOpen={isOpen} onClose={onClose} width={460}>
      {isOpen ? <Body {...rest} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Body({ name: from, names, spec, onSaved, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error } = useCommand('reports.add')
  const [typed, setTyped] = useState(() => freeName(from, names))
  const [isTried, setTried] = useState(false)
  const name = typed.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isPending || name === '') return
    mutate(
      { name, spec },
      {
        onSuccess: ({ id }) => {
          tell.done(t('reportBuilder.saved', { name }))
          onSaved(id, name)
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('reportBuilder.name')}
        value={typed}
        maxLength={120}
        error={isTried && name === '' ? t('reportBuilder.nameNone') : undefined}
        onChange={setTyped}
        data-focus-first
      />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.foot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
