import { FileKey2, KeyRound } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge, type Tone } from '#renderer/ui/Badge.tsx'
import type { VaultView } from '#shared/contract/vault.ts'
import styles from './VaultFacts.module.css'

const keychainTones: Record<VaultView['keychain'], Tone> = {
  ready: 'ok',
  locked: 'warn',
  missing: 'bad',
  failed: 'bad',
}
const fileTones: Record<VaultView['passphrase'], Tone> = {
  open: 'ok',
  locked: 'warn',
  damaged: 'bad',
  absent: 'bad',
}

/** The place that is in use, its state in plain words, and how much lies there. */
export function VaultFacts({ state }: { state: VaultView }) {
  const { t } = useText()
  const { kind, keychain, keychainDetail, passphrase, connections } = state
  const Icon = kind === 'passphrase' ? FileKey2 : KeyRound
  return (
    <div className={styles.facts}>
      <span className={styles.mark} aria-hidden>
        <Icon size={19} strokeWidth={1.8} />
      </span>
      <div className={styles.words}>
        <p className={styles.place}>
          {kind === null ? t('vault.notChosen') : t(`vault.place.${kind}`)}
          {kind === 'keychain' ? (
            <Badge tone={keychainTones[keychain]}>{t(`vault.keychain.${keychain}`)}</Badge>
          ) : null}
          {kind === 'passphrase' ? (
            <Badge tone={fileTones[passphrase]}>{t(`vault.file.${passphrase}`)}</Badge>
          ) : null}
        </p>
        <p className={styles.text}>
          {kind === null
            ? t(keychain === 'ready' ? 'vault.notChosenReady' : 'vault.chooseText')
            : t(kind === 'keychain' ? `vault.keychainText.${keychain}` : `vault.fileText.${passphrase}`)}
        </p>
        {kind === 'keychain' && keychainDetail ? (
          <p className={styles.text}>{t('vault.systemSaid', { detail: keychainDetail })}</p>
        ) : null}
        <p className={styles.text}>
          {connections === 0 ? t('vault.keptNone') : t('vault.kept', { count: connections })}
        </p>
      </div>
    </div>
  )
}
