import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Delta } from '#renderer/ui/Delta.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import { differenceKinds } from '#shared/contract/differences.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { firstDay } from '../months.ts'
import { directionOf } from '../sums.ts'
import styles from './differences.module.css'

type Answer = CallOutput<'differences.getSummary'>
export type ChangedMonth = Answer['rows'][number]

type Props = {
  answer: Answer
  /** Whose lines are shown below; null: all. */
  chosen: ChangedMonth | null
  onChoose: (row: ChangedMonth | null) => void
}

export function MonthsOfChange({ answer, chosen, onChoose }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Card title={t('differences.table')} padding="none">
      <Table label={t('differences.table')} className={styles.table} maxHeight={460}>
        <thead>
          <tr>
            <Th>{t('differences.account')}</Th>
            <Th>{t('differences.month')}</Th>
            <Th align="end">{t('differences.before')}</Th>
            {differenceKinds.map((kind) => (
              <Th key={kind} align="end">
                {t(`differences.kind.${kind}`)}
              </Th>
            ))}
            <Th align="end">{t('differences.after')}</Th>
            <Th align="end">{t('differences.change')}</Th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => {
            const month = format.month(firstDay(row.month))
            const isChosen = row === chosen
            return (
              <tr
                key={`${row.connectionId} ${row.month} ${row.currency}`}
                data-chosen={isChosen || undefined}
              >
                <Td>
                  <span className={styles.account}>
                    <ProviderMark provider={row.provider} size={22} />
                    <button
                      type="button"
                      className={styles.link}
                      aria-pressed={isChosen}
                      title={t('differences.showLines', { account: row.connectionName, month })}
                      onClick={() => onChoose(isChosen ? null : row)}
                    >
                      {row.connectionName}
                    </button>
                  </span>
                </Td>
                <Td>{month}</Td>
                <Sides row={row} />
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          {answer.totals.map((total) => (
            <tr key={total.currency}>
              <Td tone="strong">{t('differences.total', { currency: total.currency })}</Td>
              <Td />
              <Sides row={total} />
            </tr>
          ))}
        </tfoot>
      </Table>
    </Card>
  )
}

function Sides({ row }: { row: Answer['totals'][number] }) {
  const { currency, before, after, change } = row
  return (
    <>
      <Td align="end">
        <Amount money={{ amount: before, currency }} />
      </Td>
      {differenceKinds.map((kind) => (
        <Td key={kind} align="end">
          <Part part={row[kind]} currency={currency} />
        </Td>
      ))}
      <Td align="end">
        <Amount money={{ amount: after, currency }} />
      </Td>
      <Td align="end">
        <Delta direction={directionOf(change)}>
          <Amount money={{ amount: change, currency }} sign />
        </Delta>
      </Td>
    </>
  )
}

function Part({ part, currency }: { part: ChangedMonth['added']; currency: Currency }) {
  const { t } = useText()
  if (part.lines === 0) return '—'
  return (
    <>
      <Amount money={{ amount: part.amount, currency }} sign />
      <span className={styles.under}>{t('differences.lines', { count: part.lines })}</span>
    </>
  )
}
