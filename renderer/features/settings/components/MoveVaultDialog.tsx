import { VaultSetup } from '#renderer/app/vault/VaultSetup.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'

type Props = { isOpen: boolean; onClose: () => void }

export function MoveVaultDialog({ isOpen, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('vault.moveTitle')} isOpen={isOpen} onClose={onClose} width={540}>
      <VaultSetup onDone={onClose} />
    </Dialog>
  )
}
