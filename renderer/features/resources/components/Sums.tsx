import { Amount } from '#renderer/ui/Amount.tsx'
import type { MoneyView } from '#shared/contract/values.ts'
import styles from './Sums.module.css'

/** One line a currency: amounts in different money never make one sum. */
export function Sums({ amounts }: { amounts: readonly MoneyView[] }) {
  return amounts.length === 0 ? (
    '—'
  ) : (
    <span className={styles.sums}>
      {amounts.map((money) => (
        <Amount key={money.currency} money={money} />
      ))}
    </span>
  )
}
