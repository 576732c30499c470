import { useText } from '#renderer/i18n/use-text.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Td } from '#renderer/ui/Td.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import type { ColumnId } from '../columns.ts'
import styles from './ResourcesTable.module.css'
import { Sums } from './Sums.tsx'

type Props = { data: CallOutput<'resources.list'>; columns: readonly ColumnId[]; hasChecks: boolean }

/** The sums of everything that the filter keeps, under their columns. */
export function TableTotals({ data, columns, hasChecks }: Props) {
  const { t } = useText()
  const { totals } = data
  return (
    <tfoot>
      <tr aria-rowindex={data.total + 2}>
        {hasChecks ? <Td className={styles.check} /> : null}
        <Td className={cx(styles.nameCell, hasChecks && styles.afterCheck)}>
          {t('resources.totals', { count: data.total })}
        </Td>
        {columns.map((column) =>
          column === 'dailyCost' || column === 'monthlyCost' || column === 'spend' ? (
            <Td key={column} align="end">
              <Sums amounts={totals[column]} />
            </Td>
          ) : (
            <Td key={column} />
          ),
        )}
      </tr>
    </tfoot>
  )
}
