import { useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useVault, useVaultRights } from '#renderer/app/vault/use-vault.ts'
import { VaultSetup } from '#renderer/app/vault/VaultSetup.tsx'
import { VaultUnlock } from '#renderer/app/vault/VaultUnlock.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx'
import { MoveVaultDialog } from './MoveVaultDialog.tsx'
import styles from './Section.module.css'
import { VaultFacts } from './VaultFacts.tsx'
import { VaultLockButton } from './VaultLockButton.tsx'

const nothing = (): void => undefined

/** Where keys and passwords lie, whether they can be read, and what can be done about it. */
export function VaultSection() {
  const { t } = useText()
  const { isDemo } = useSession()
  const { data, error, refetch } = useVault()
  const { mayChoose } = useVaultRights()
  const [asks, setAsks] = useState<'move' | 'change' | null>(null)
  const close = (): void => setAsks(null)
  if (isDemo) {
    return (
      <Card title={t('vault.title')}>
        <p className={styles.muted}>{t('vault.demo')}</p>
      </Card>
    )
  }
  const isFile = data?.kind === 'passphrase'
  const isLocked = isFile && data.passphrase === 'locked'
  const mustChoose = data !== undefined && (data.kind === null || (!data.isOpen && !isLocked))
  return (
    <Card title={t('vault.title')} subtitle={t('vault.text')}>
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton height={72} radius={6} /> : null}
      {data ? (
        <div className={styles.stack}>
          <VaultFacts state={data} />
          {isLocked ? <VaultUnlock onDone={nothing} /> : null}
          {mustChoose && mayChoose ? <VaultSetup onDone={nothing} /> : null}
          {data.kind !== null && data.isOpen ? (
            <div className={styles.actions}>
              {isFile && data.passphrase === 'open' ? (
                <>
                  <VaultLockButton />
                  {mayChoose ? (
                    <Button onClick={() => setAsks('change')}>{t('vault.changePassphrase')}</Button>
                  ) : null}
                </>
              ) : null}
              {mayChoose ? <Button onClick={() => setAsks('move')}>{t('vault.move')}</Button> : null}
            </div>
          ) : null}
          {mayChoose ? null : <p className={styles.muted}>{t('vault.adminOnly')}</p>}
        </div>
      ) : null}
      <MoveVaultDialog isOpen={asks === 'move'} onClose={close} />
      <ChangePassphraseDialog isOpen={asks === 'change'} onClose={close} />
    </Card>
  )
}
