import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import { useModal } from './use-modal.ts'

type Props = {
  title: ReactNode
  isOpen: boolean
  onClose: () => void
  /** Buttons at the foot, the safe one first. */
  footer?: ReactNode
  width?: number
  children: ReactNode
}

/** The platform's modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, isOpen, onClose, footer, width = 480, children }: Props) {
  const { t } = useText()
  const id = useId()
  const ref = useModal(isOpen)
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={id}
      style={{ width }}
      onClose={() => {
        // It may have been taken away, or opened again, before this was told.
        if (ref.current && !ref.current.open) onClose()
      }}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {isOpen ? (
        <>
          <header className={styles.head}>
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
            <IconButton icon={X} size="sm" label={t('common.close')} hasTooltip={false} onClick={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {footer ? <footer className={styles.foot}>{footer}</footer> : null}
        </>
      ) : null}
    </dialog>
  )
}
