import { Link } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { BinnedSpend } from '../spend-bins.ts'
import type { SpendWords } from '../spend-chart.ts'
import { missingByBin } from '../spend-gaps.ts'
import { pathOf, rangeQuery, type SpendTable, sumOf } from '../view.ts'
import styles from './SpendTableView.module.css'

type Props = {
  spend: BinnedSpend
  table: SpendTable
  words: SpendWords
  height: number
  label: string
}

/** The same figures as the chart, exact and to be copied; each line leads to its resources. */
export function SpendTableView({ spend, table, words, height, label }: Props) {
  const { t } = useText()
  const hasBefore = table.before.length > 0
  const missing = missingByBin(spend.bins, spend.gaps)
  return (
    <div className={styles.bleed}>
      <Table label={label} maxHeight={height}>
        <thead>
          <tr>
            <Th>{t(spend.isByWeek ? 'dashboard.spend.week' : 'dashboard.spend.day')}</Th>
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
          {spend.bins.map((bin, index) => (
            <tr key={bin.from}>
              <Td>
                <Link
                  href={pathOf('/resources', rangeQuery(bin))}
                  aria-label={t('dashboard.spend.open', { range: words.binName(bin) })}
                >
                  {words.binName(bin)}
                </Link>
                {missing[index]?.length ? (
                  <span className={styles.missing}>{words.missing(missing[index])}</span>
                ) : null}
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
