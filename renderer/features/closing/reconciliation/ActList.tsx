import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { ActView, PaymentView } from '#shared/contract/acts.ts'
import styles from './reconciliation.module.css'

type Props = { acts: readonly ActView[]; payments: readonly PaymentView[] }

/** The documents of the month and what has been paid for them; none of either where there is no document. */
export function ActList({ acts, payments }: Props) {
  const { t } = useText()
  const format = useFormat()
  if (acts.length === 0) return null
  const named = (number: string, day: ActView['day']) =>
    t('closing.paymentOf', { number, day: format.day(day) })
  return (
    <>
      <section className={styles.section} aria-labelledby="acts-title">
        <h3 id="acts-title" className={styles.sectionTitle}>
          {t('closing.acts')}
        </h3>
        <dl className={styles.ladder}>
          {acts.map(({ id, kind, number, day, total, currency, supplier }) => (
            <div key={id} className={styles.line}>
              <dt>
                {t(`closing.kind.${kind}`)} {named(number, day)}
                <span className={styles.note}>{supplier.name}</span>
              </dt>
              <dd>
                <Amount money={{ amount: total, currency }} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={styles.section} aria-labelledby="payments-title">
        <h3 id="payments-title" className={styles.sectionTitle}>
          {t('closing.payments')}
        </h3>
        {payments.length === 0 ? <p className={styles.soft}>{t('closing.paymentsNone')}</p> : null}
        <dl className={styles.ladder}>
          {payments.map(({ id, number, day, amount, currency, purpose }) => (
            <div key={id} className={styles.line}>
              <dt>
                {named(number, day)}
                <span className={styles.note}>{purpose}</span>
              </dt>
              <dd>
                <Amount money={{ amount, currency }} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
