import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './NoteDialog.module.css'

type Props = {
  title: string
  label: string
  start: string
  hint?: string
  maxLength?: number
  submit: string
  isOpen: boolean
  isPending: boolean
  error: TransportError | null
  /** Why the text cannot be taken; null where it can. */
  refuse?: (text: string) => string | null
  onSubmit: (text: string) => void
  onClose: () => void
}

/** One line of text that something needs: a name, a link. */
export function NameDialog({ title, isOpen, onClose, ...rest }: Props) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} width={460}>
      <Body {...rest} onClose={onClose} />
    </Dialog>
  )
}

function Body(props: Omit<Props, 'title' | 'isOpen'>) {
  const { label, start, hint, maxLength = 120, submit, isPending, error, refuse, onSubmit, onClose } = props
  const { t } = useText()
  const [text, setText] = useState(start)
  const [refusal, setRefusal] = useState<string | null>(null)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const why = text.trim() === '' ? t('explorer.nameEmpty') : (refuse?.(text) ?? null)
    setRefusal(why)
    if (why === null && !isPending) onSubmit(text.trim())
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextField
        label={label}
        value={text}
        maxLength={maxLength}
        hint={hint}
        error={refusal}
        data-focus-first
        onChange={setText}
      />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.buttons}>
        <span className={styles.grow} />
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
