import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { BudgetView } from '#shared/contract/budgets.ts'
import { barPlaces } from '../view.ts'
import styles from './LimitBar.module.css'

type Props = { budget: BudgetView }

/** Spend solid, the way to the forecast hatched, the limit a mark across. */
export function LimitBar({ budget }: Props) {
  const { t } = useText()
  const format = useFormat()
  const places = barPlaces(budget)
  const spent = format.money(budget.spent)
  const limit = format.money(budget.limit)
  const words = budget.forecast
    ? t('budgets.progress', { spent, limit, forecast: format.money(budget.forecast) })
    : t('budgets.progressNoForecast', { spent, limit })
  return (
    <div className={styles.bar} data-status={budget.status} role="img" aria-label={words} title={words}>
      <div className={styles.track}>
        <span className={styles.forecast} style={{ width: `${places.forecast}%` }} />
        <span className={styles.spent} style={{ width: `${places.spent}%` }} />
      </div>
      <span className={styles.limit} style={{ left: `${places.limit}%` }} />
    </div>
  )
}
