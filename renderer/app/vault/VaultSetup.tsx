import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { VaultKind, VaultView } from '#shared/contract/vault.ts'
import { SetupForm } from './SetupForm.tsx'
import { useVault, useVaultRights } from './use-vault.ts'
import styles from './vault.module.css'

type Props = {
  onDone: () => void
  /** The old file is set aside: its passphrase is forgotten. */
  startsOver?: boolean
}

/** Where there is a choice, the place that is not in use; else the one that asks for nothing. */
function suggested({ kind, keychain }: VaultView, startsOver: boolean): VaultKind {
  if (startsOver || kind === 'keychain') return 'passphrase'
  return kind === 'passphrase' || keychain === 'ready' ? 'keychain' : 'passphrase'
}

/** Chooses the place of keys and passwords, in words that people understand; moves what lies in another. */
export function VaultSetup({ onDone, startsOver = false }: Props) {
  const { t } = useText()
  const { data, error, refetch } = useVault()
  const { mayChoose } = useVaultRights()
  const [picked, setPicked] = useState<VaultKind | null>(null)
  if (!mayChoose) return <p className={styles.muted}>{t('vault.adminOnly')}</p>
  if (error) return <ErrorBanner error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={160} radius={10} />
  return (
    <SetupForm
      state={data}
      kind={picked ?? suggested(data, startsOver)}
      onKind={setPicked}
      startsOver={startsOver}
      onDone={onDone}
    />
  )
}
