import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import styles from './Wizard.module.css'

type Props = {
  title: string
  /** Something was typed that closing would lose: it is asked about first. */
  isDirty: boolean
  onClose: () => void
  children: ReactNode
}

export function GuardedDialog({ title, isDirty, onClose, children }: Props) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) stay.current?.focus()
  }, [isAsking])
  return (
    <Dialog
      title={title}
      isOpen
      width={720}
      onClose={() => {
        if (isDirty && !isAsking) setAsking(true)
        else onClose()
      }}
      footer={
        isAsking ? (
          <div className={styles.leave} role="alert">
            <p>{t('connect.leave')}</p>
            <Button ref={stay} size="sm" onClick={() => setAsking(false)}>
              {t('connect.leaveNo')}
            </Button>
            <Button size="sm" variant="danger" onClick={onClose}>
              {t('connect.leaveYes')}
            </Button>
          </div>
        ) : undefined
      }
    >
      {children}
    </Dialog>
  )
}
