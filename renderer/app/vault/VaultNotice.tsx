import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { useVault, useVaultRights } from './use-vault.ts'
import { VaultDialog } from './VaultDialog.tsx'
import styles from './VaultNotice.module.css'

/** A schedule that cannot read its keys waits without a sound: whoever is at the desk is told, and can mend it here. */
export function VaultNotice() {
  const { t } = useText()
  const { data } = useVault()
  const { mayUnlock } = useVaultRights()
  const [isAsking, setAsking] = useState(false)
  if (!mayUnlock || !data || data.connections === 0 || data.isOpen) return null
  const isLocked = data.kind === 'passphrase' && data.passphrase === 'locked'
  return (
    <aside className={styles.notice} aria-label={t('vault.notice.label')}>
      <KeyRound size={15} aria-hidden className={styles.icon} />
      <p>{t(data.kind === 'keychain' ? 'vault.notice.keychain' : 'vault.notice.file')}</p>
      {isLocked ? (
        <button type="button" className={styles.action} onClick={() => setAsking(true)}>
          {t('vault.unlock')}
        </button>
      ) : (
        <Link href="/settings?section=vault" className={styles.action}>
          {t('vault.details')}
        </Link>
      )}
      <VaultDialog isOpen={isAsking} onClose={() => setAsking(false)} onDone={() => setAsking(false)} />
    </aside>
  )
}
