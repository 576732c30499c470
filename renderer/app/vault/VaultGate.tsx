import type { ReactNode } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { useVault } from './use-vault.ts'
import { VaultSetup } from './VaultSetup.tsx'
import { VaultUnlock } from './VaultUnlock.tsx'
import styles from './vault.module.css'

const nothing = (): void => undefined

/** What needs the secrets, once they can be read; until then what it takes to get there. */
export function VaultGate({ children }: { children: ReactNode }) {
  const { t } = useText()
  const { data, error, refetch } = useVault()
  if (error) return <ErrorBanner error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={120} radius={10} />
  if (data.isOpen) return children
  const isLocked = data.kind === 'passphrase' && data.passphrase === 'locked'
  return (
    <div className={styles.form}>
      <p className={styles.muted}>{t(isLocked ? 'vault.unlockText' : 'vault.chooseText')}</p>
      {isLocked ? <VaultUnlock onDone={nothing} /> : <VaultSetup onDone={nothing} />}
    </div>
  )
}
