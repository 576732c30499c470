import type { ReactNode } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import { Button } from './Button.tsx'
import styles from './ConfirmDialog.module.css'
import { Dialog } from './Dialog.tsx'
import { ErrorBanner } from './ErrorBanner.tsx'

type Props = {
  isOpen: boolean
  title: string
  confirmLabel: string
  /** What takes something away is asked in red. */
  isDanger?: boolean
  isPending: boolean
  /** A transport error or what it carries. */
  error: ErrorView | { error: ErrorView } | null
  onClose: () => void
  onConfirm: () => void
  /** What will happen. */
  children: ReactNode
}

/** Says what will happen before it does; the safe way out comes first and takes the focus. */
export function ConfirmDialog(props: Props) {
  const {
    isOpen,
    title,
    confirmLabel,
    isDanger = true,
    isPending,
    error,
    onClose,
    onConfirm,
    children,
  } = props
  const { t } = useText()
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} data-focus-first>
            {t('common.cancel')}
          </Button>
          <Button variant={isDanger ? 'danger' : 'primary'} isPending={isPending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {children}
        {error ? <ErrorBanner error={error} /> : null}
      </div>
    </Dialog>
  )
}
