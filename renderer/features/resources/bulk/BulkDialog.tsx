import { type FormEvent, type ReactNode, useId } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import styles from './BulkDialog.module.css'

type Props = {
  title: string
  /** How many it will reach. */
  count: number
  isOpen: boolean
  isPending: boolean
  error: TransportError | null
  onClose: () => void
  onApply: () => void
  children: ReactNode
}

/** A form whose button says how many resources it is going to change. */
export function BulkDialog({ title, count, isOpen, isPending, error, onClose, onApply, children }: Props) {
  const { t } = useText()
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    focusFirstInvalid(event.currentTarget)
    if (!isPending) onApply()
  }
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      width={560}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>
            {t('resources.applyTo', { count })}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.form} onSubmit={submit} noValidate>
        {children}
        {error ? <ErrorBanner error={error} /> : null}
      </form>
    </Dialog>
  )
}
