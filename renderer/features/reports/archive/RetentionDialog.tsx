import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from '../reports.module.css'

type Props = { months: number | null; isOpen: boolean; onClose: () => void }

export function RetentionDialog({ isOpen, onClose, months }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('reports.retentionTitle')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <Body months={months} onClose={onClose} /> : null}
    </Dialog>
  )
}

const DEFAULT_MONTHS = 60
const MOST = 600

function Body({ months, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error } = useCommand('reports.updateRetention')
  const [kind, setKind] = useState<'all' | 'some'>(months === null ? 'all' : 'some')
  const [typed, setTyped] = useState(String(months ?? DEFAULT_MONTHS))
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  const isBad = kind === 'some' && (count < 1 || count > MOST)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isPending || isBad) return
    mutate(
      { months: kind === 'all' ? null : count },
      {
        onSuccess: ({ removed }) => {
          tell.done(t(removed > 0 ? 'reports.retentionSaved' : 'reports.retentionKept', { count: removed }))
          onClose()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{t('reports.retentionText')}</p>
      <Segmented
        label={t('reports.retention')}
        value={kind}
        options={[
          { value: 'all', label: t('reports.retentionAll') },
          { value: 'some', label: t('reports.retentionSome') },
        ]}
        onChange={setKind}
      />
      {kind === 'some' ? (
        <TextField
          label={t('reports.retentionMonths')}
          inputMode="numeric"
          value={typed}
          error={isBad ? t('reports.retentionBad') : undefined}
          onChange={setTyped}
        />
      ) : null}
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.foot}>
        <Button onClick={onClose} data-focus-first>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
