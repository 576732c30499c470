import { useText } from '#renderer/i18n/use-text.ts'
import { setKeysOpen, useShell } from '#renderer/state/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeysList } from './KeysList.tsx'

export function KeysSheet() {
  const { t } = useText()
  const isOpen = useShell((state) => state.isKeysOpen)
  return (
    <Dialog title={t('palette.keys.title')} isOpen={isOpen} onClose={() => setKeysOpen(false)} width={720}>
      <KeysList />
    </Dialog>
  )
}
