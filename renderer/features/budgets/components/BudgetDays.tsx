import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { BudgetView } from '#shared/contract/budgets.ts'
import { runningTotals } from '../view.ts'
import styles from './BudgetDays.module.css'

type Props = { budget: BudgetView }

/** The chart's figures, exact. */
export function BudgetDays({ budget }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = budget.limit
  if (budget.daily.length === 0) return null
  return (
    <details className={styles.days}>
      <summary>{t('budgets.days')}</summary>
      <Table label={`${t('budgets.days')}: ${budget.name}`} maxHeight={280}>
        <thead>
          <tr>
            <Th>{t('budgets.days.day')}</Th>
            <Th align="end">{t('budgets.days.amount')}</Th>
            <Th align="end">{t('budgets.days.sum')}</Th>
          </tr>
        </thead>
        <tbody>
          {runningTotals(budget.daily).map((row) => (
            <tr key={row.day}>
              <Td>{format.day(row.day)}</Td>
              <Td align="end">
                <Amount money={{ amount: row.amount, currency }} />
              </Td>
              <Td align="end" tone="strong">
                <Amount money={{ amount: row.sum, currency }} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  )
}
