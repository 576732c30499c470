import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { useVault } from './use-vault.ts'
import { VaultSetup } from './VaultSetup.tsx'
import { VaultUnlock } from './VaultUnlock.tsx'
import styles from './vault.module.css'

type Props = {
  isOpen: boolean
  /** Told as well when it has closed after `onDone`: let it only shut. */
  onClose: () => void
  /** The vault is open now: what was refused can be tried again. */
  onDone: () => void
}

/** For an action that was refused with vault.locked or vault.notChosen, from wherever it was. */
export function VaultDialog({ isOpen, onClose, onDone }: Props) {
  const { t } = useText()
  const { data } = useVault()
  const isLocked = data?.kind === 'passphrase' && data.passphrase === 'locked'
  const done = (): void => {
    onClose()
    onDone()
  }
  return (
    <Dialog
      title={t(isLocked ? 'vault.unlockTitle' : 'vault.chooseTitle')}
      isOpen={isOpen}
      onClose={onClose}
      width={520}
    >
      {data ? <Question isLocked={isLocked} onDone={done} /> : null}
    </Dialog>
  )
}

/** Asks what was wanted when it came up, whatever the answer changes meanwhile. */
function Question({ isLocked, onDone }: { isLocked: boolean; onDone: () => void }) {
  const { t } = useText()
  const [asksPassphrase] = useState(isLocked)
  return (
    <div className={styles.form}>
      <p className={styles.muted}>{t(asksPassphrase ? 'vault.unlockText' : 'vault.chooseText')}</p>
      {asksPassphrase ? <VaultUnlock onDone={onDone} /> : <VaultSetup onDone={onDone} />}
    </div>
  )
}
