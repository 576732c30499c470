import type { ReactNode } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import styles from './reconciliation.module.css'

/** From what was accrued down to the difference, each line with what it comes to. */
export function LadderSteps({ ladder }: { ladder: LadderView }) {
  const { t } = useText()
  const format = useFormat()
  const { currency, vat, act, difference, isEqual } = ladder
  const money = (amount: string, sign = false) => <Amount money={{ amount, currency }} sign={sign} />
  const numbers = act?.numbers.join(', ') ?? ''
  const actName = (count: number, day: string) =>
    t(count > 1 ? 'closing.actsOf' : 'closing.actOf', { numbers, day })
  return (
    <section className={styles.section} aria-labelledby="ladder-title">
      <h3 id="ladder-title" className={styles.sectionTitle}>
        {t('closing.ladder')}
      </h3>
      <dl className={styles.ladder}>
        <Line name={t('closing.accrued')}>{money(ladder.accrued)}</Line>
        <Line name={t('closing.discounts')}>{money(ladder.discounts)}</Line>
        <Line name={t('closing.without')} isSum>
          {money(ladder.without)}
        </Line>
        {vat.map(({ rate, base, amount }) => {
          const text = format.money({ amount: base, currency })
          const name =
            rate === 'none'
              ? t('closing.vatNone', { base: text })
              : t('closing.vatRate', { rate, base: text })
          return (
            <Line key={rate} name={name}>
              {money(amount)}
            </Line>
          )
        })}
        <Line name={t('closing.withVat')} isSum>
          {money(ladder.withVat)}
        </Line>
        {act ? (
          <>
            <Line name={actName(act.numbers.length, format.day(act.day))}>{money(act.total)}</Line>
            <Line name={t('closing.ofThis')} isPart>
              {money(act.vat)}
            </Line>
          </>
        ) : null}
        {difference === null ? null : (
          <Line name={t('closing.difference')} isSum>
            <span className={styles.difference} data-bad={isEqual ? undefined : ''}>
              {money(difference, true)}
            </span>
          </Line>
        )}
      </dl>
    </section>
  )
}

type LineProps = { name: string; isSum?: boolean; isPart?: boolean; children: ReactNode }

const Line = ({ name, isSum = false, isPart = false, children }: LineProps) => (
  <div className={styles.line} data-sum={isSum || undefined} data-part={isPart || undefined}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
