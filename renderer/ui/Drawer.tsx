import { X } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './Drawer.module.css'
import { IconButton } from './IconButton.tsx'
import { useModal } from './use-modal.ts'

type Props = {
  /** Names it for screen readers; the visible head says the same. */
  label: string
  isOpen: boolean
  onClose: () => void
  head: ReactNode
  /** Buttons beside the one that closes. */
  actions?: ReactNode
  onKeyDown?: (event: KeyboardEvent) => void
  children: ReactNode
}

/**
 * A modal at the right edge: the platform keeps the focus inside and the page behind stays where it was. Escape and a
 * press beside it close it.
 */
export function Drawer({ label, isOpen, onClose, head, actions, onKeyDown, children }: Props) {
  const { t } = useText()
  const ref = useModal(isOpen)
  return (
    <dialog
      ref={ref}
      className={styles.drawer}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={() => {
        // A second Escape in a row closes it whatever was asked of the first.
        if (isOpen) onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      onKeyDown={onKeyDown}
    >
      {isOpen ? (
        <div className={styles.sheet}>
          <header className={styles.head}>
            <div className={styles.title} tabIndex={-1} data-focus-first>
              {head}
            </div>
            <div className={styles.actions}>
              {actions}
              <IconButton icon={X} size="sm" label={t('common.close')} hasTooltip={false} onClick={onClose} />
            </div>
          </header>
          {children}
        </div>
      ) : null}
    </dialog>
  )
}
