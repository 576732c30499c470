import { Link } from 'wouter'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { SpendView } from '#shared/contract/dashboard.ts'
import type { Day } from '#shared/lib/day.ts'
import type { SpendWords } from '../spend-chart.ts'
import { dayQuery, pathOf, type SpendTable, sumOf } from '../view.ts'
import styles from './SpendTableView.module.css'

type Props = {
  spend: SpendView
  table: SpendTable
  words: SpendWords
  height: number
  label: string
  dayLink: (day: Day) => string
}

/** The same figures as the chart, exact and to be copied; each day leads to its resources. */
export function SpendTableView({ spend, table, words, height, label, dayLink }: Props) {
  const { t } = useText()
  const format = useFormat()
  const hasBefore = table.before.length > 0
  return (
    <div className={styles.bleed}>
      <Table label={label} maxHeight={height}>
        <thead>
          <tr>
            <Th>{t('dashboard.spend.day')}</Th>
            <Th align="end">{words.total}</Th>
            {hasBefore ? <Th align="end">{words.before}</Th> : null}
            {table.groups.map((group) => (
              <Th key={group.key} align="end">
                {group.label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spend.days.map((day, index) => (
            <tr key={day}>
              <Td>
                <Link href={pathOf('/resources', dayQuery(day))} aria-label={dayLink(day)}>
                  {format.day(day)}
                </Link>
              </Td>
              <Td align="end" tone="strong">
                {words.money(table.totals[index] ?? '0')}
              </Td>
              {hasBefore ? (
                <Td align="end" tone="muted">
                  {table.before[index] === undefined ? '—' : words.money(table.before[index])}
                </Td>
              ) : null}
              {table.groups.map((group) => (
                <Td key={group.key} align="end">
                  {words.money(group.amounts[index] ?? '0')}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Td>{words.total}</Td>
            <Td align="end">{words.money(table.total)}</Td>
            {hasBefore ? <Td align="end">{words.money(sumOf(table.before))}</Td> : null}
            {table.groups.map((group) => (
              <Td key={group.key} align="end">
                {words.money(group.total)}
              </Td>
            ))}
          </tr>
        </tfoot>
      </Table>
    </div>
  )
}
