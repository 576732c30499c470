import { useText } from '#renderer/i18n/use-text.ts'
import { TwicePassphrase, type TypedTwice } from '../TwicePassphrase.tsx'
import { Callout } from './Callout.tsx'
import styles from './vault.module.css'

type Props = {
  value: TypedTwice
  onChange: (value: TypedTwice) => void
  /** Show what is wrong: the person has pressed the button. */
  isTried: boolean
}

/** A passphrase typed twice, how strong it is, and what forgetting it would cost, said before it is chosen. */
export function NewPassphraseFields(props: Props) {
  const { t } = useText()
  return (
    <>
      <TwicePassphrase {...props} label={t('vault.newPassphrase')} className={styles.group} />
      <Callout tone="warn" title={t('vault.forgetTitle')}>
        <p>{t('vault.forgetText')}</p>
        <p>{t('vault.copyText')}</p>
      </Callout>
    </>
  )
}
