import { useId } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { type VaultKind, type VaultView, vaultKinds } from '#shared/contract/vault.ts'
import styles from './PlaceOptions.module.css'

type Props = { state: VaultView; value: VaultKind; onChange: (kind: VaultKind) => void }

/** The two places in words that need no knowledge of them. Radio buttons: arrows move the choice. */
export function PlaceOptions({ state, value, onChange }: Props) {
  const { t } = useText()
  const name = useId()
  return (
    <fieldset className={styles.options}>
      <legend className="visually-hidden">{t('vault.choose')}</legend>
      {vaultKinds.map((kind) => (
        <label key={kind} className={styles.option}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            checked={kind === value}
            onChange={() => onChange(kind)}
          />
          <span className={styles.words}>
            <span className={styles.name}>
              {t(`vault.place.${kind}`)}
              {kind === 'keychain' ? <KeychainBadge keychain={state.keychain} /> : null}
            </span>
            <span className={styles.text}>{t(`vault.place.${kind}Text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function KeychainBadge({ keychain }: Pick<VaultView, 'keychain'>) {
  const { t } = useText()
  return keychain === 'ready' ? (
    <Badge tone="ok">{t('vault.recommended')}</Badge>
  ) : (
    <Badge tone="warn">{t(`vault.keychain.${keychain}`)}</Badge>
  )
}
