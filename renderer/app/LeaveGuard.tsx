import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'

type Props = {
  isDirty: boolean
  /** Whether what is unsaved would be lost there; declared outside the component. */
  isLost: (to: URL) => boolean
}

/** Asks before a link, the back button or the closing of the window takes away what was not saved. */
export function LeaveGuard({ isDirty, isLost }: Props) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const [to, setTo] = useState<string | null>(null)
  const isLet = useRef(false)
  useEffect(() => {
    isLet.current = false
    if (!isDirty) return
    const onNavigate = (event: NavigateEvent): void => {
      const url = new URL(event.destination.url)
      if (isLet.current || !event.cancelable || url.origin !== location.origin || !isLost(url)) return
      event.preventDefault()
      setTo(url.pathname + url.search)
    }
    const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault()
    // Not in every browser; where it is missing the window's own question is what remains.
    const history = 'navigation' in window ? window.navigation : null
    history?.addEventListener('navigate', onNavigate)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      history?.removeEventListener('navigate', onNavigate)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [isDirty, isLost])
  const stay = (): void => setTo(null)
  const leave = (): void => {
    isLet.current = true
    setTo(null)
    if (to !== null) navigate(to)
  }
  return (
    <Dialog
      title={t('common.leaveTitle')}
      isOpen={to !== null}
      onClose={stay}
      footer={
        <>
          <Button variant="danger" onClick={leave}>
            {t('common.leave')}
          </Button>
          <Button variant="primary" onClick={stay} data-focus-first>
            {t('common.stay')}
          </Button>
        </>
      }
    >
      <p>{t('common.leaveText')}</p>
    </Dialog>
  )
}
