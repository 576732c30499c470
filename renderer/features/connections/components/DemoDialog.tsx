import { useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'

type Props = { isOpen: boolean; onClose: () => void }

/** Why nothing can be done to invented connections, and where it can. */
export function DemoDialog({ isOpen, onClose }: Props) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const signOut = useCommand('people.signOut')
  const leave = (): void => {
    navigate('/?start=create', { replace: true })
    signOut.mutate({})
  }
  return (
    <Dialog
      title={t('connections.demo.title')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button variant="primary" isPending={signOut.isPending} onClick={leave} data-focus-first>
            {t('connections.demo.create')}
          </Button>
        </>
      }
    >
      <p>{t('connections.demo.text')}</p>
    </Dialog>
  )
}
