import { Amount } from '#renderer/ui/Amount.tsx'
import type { ImportView } from '#shared/contract/imports.ts'
import styles from './imports.module.css'

/** What the file bills, each currency by itself. */
export function Totals({ item }: { item: Pick<ImportView, 'totals'> }) {
  return (
    <span className={styles.totals}>
      {item.totals.map(({ currency, billed }) => (
        <Amount key={currency} money={{ amount: billed, currency }} />
      ))}
    </span>
  )
}
