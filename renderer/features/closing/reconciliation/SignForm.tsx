import { PenLine } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import styles from './reconciliation.module.css'
import { needsNote } from './view.ts'

export function SignForm({ ladder }: { ladder: LadderView }) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error } = useCommand('reconciliation.sign')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { month, connectionId, name, act, signed } = ladder
  const isMissing = needsNote(ladder) && note.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isPending || isMissing) return
    mutate(
      { month, connectionId, note: note.trim() || null },
      { onSuccess: () => tell.done(t('closing.signed_', { name })) },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextArea
        label={t('closing.signNote')}
        hint={t('closing.signText')}
        value={note}
        onChange={setNote}
        maxLength={2000}
        rows={2}
        error={
          isTried && isMissing
            ? t(act === null ? 'closing.signNoteNoAct' : 'closing.signNoteNeeded')
            : undefined
        }
      />
      {error ? <ErrorBanner error={error} /> : null}
      <div>
        <Button type="submit" variant="primary" icon={PenLine} isPending={isPending}>
          {t(signed ? 'closing.signAgain' : 'closing.sign')}
        </Button>
      </div>
    </form>
  )
}
