import { useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import styles from './reconciliation.module.css'
import { SignForm } from './SignForm.tsx'
import { UnsignForm } from './UnsignForm.tsx'

type Props = { ladder: LadderView; isClosed: boolean; mayWrite: boolean }

/** Who says that the account's month is in order. */
export function Signing({ ladder, isClosed, mayWrite }: Props) {
  const { t } = useText()
  const [isTakingBack, setTakingBack] = useState(false)
  const { signed, isStale } = ladder
  const isOpen = mayWrite && !isClosed
  return (
    <section className={styles.section} aria-labelledby="sign-title">
      <h3 id="sign-title" className={styles.sectionTitle}>
        {t('closing.signTitle')}
      </h3>
      {signed ? <Said ladder={ladder} /> : null}
      {isClosed ? <p className={styles.soft}>{t('closing.closedMonth')}</p> : null}
      {!isClosed && !mayWrite ? <p className={styles.soft}>{t('closing.mayNotSign')}</p> : null}
      {isOpen && isStale ? <p className={styles.warn}>{t('closing.staleText')}</p> : null}
      {isOpen && (!signed || isStale) && !isTakingBack ? <SignForm ladder={ladder} /> : null}
      {isOpen && signed && !isTakingBack ? (
        <div>
          <Button size="sm" onClick={() => setTakingBack(true)}>
            {t('closing.unsign')}
          </Button>
        </div>
      ) : null}
      {isOpen && signed && isTakingBack ? (
        <UnsignForm ladder={ladder} onEnd={() => setTakingBack(false)} />
      ) : null}
    </section>
  )
}

function Said({ ladder: { signed, currency } }: { ladder: LadderView }) {
  const { t } = useText()
  const format = useFormat()
  if (!signed) return null
  const at = format.instant(signed.atMs)
  const amount = format.money({ amount: signed.difference, currency }, { sign: true })
  return (
    <div>
      <p>
        {signed.byName ? t('closing.signedBy', { at, person: signed.byName }) : t('closing.signedAt', { at })}
      </p>
      <p className={styles.soft}>{t('closing.signedDifference', { amount })}</p>
      {signed.note ? <p className={styles.said}>{signed.note}</p> : null}
    </div>
  )
}
