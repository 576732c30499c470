import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { ownFirst, yearOf } from '../view.ts'
import styles from './SavingsLead.module.css'

type Props = { savings: readonly MoneyView[]; count: number; currency: Currency }

export function SavingsLead({ savings, count, currency }: Props) {
  const { t } = useText()
  const format = useFormat()
  const [own, ...others] = ownFirst(savings, currency)
  return (
    <div className={styles.lead}>
      <p className={styles.label}>{t('recommendations.lead')}</p>
      <p className={styles.figure}>{own ? <Amount money={own} /> : '—'}</p>
      <p className={styles.note}>
        {t('recommendations.leadCount', { count })}
        {own ? ` · ${t('recommendations.leadYear', { amount: format.money(yearOf(own)) })}` : ''}
        {others.map((money) => ` · ${format.money(money)}`)}
      </p>
    </div>
  )
}
