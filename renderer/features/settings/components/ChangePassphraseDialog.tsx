import { useText } from '#renderer/i18n/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ChangePassphraseForm } from './ChangePassphraseForm.tsx'

type Props = { isOpen: boolean; onClose: () => void }

export function ChangePassphraseDialog({ isOpen, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('vault.changeTitle')} isOpen={isOpen} onClose={onClose} width={520}>
      <ChangePassphraseForm onDone={onClose} />
    </Dialog>
  )
}
