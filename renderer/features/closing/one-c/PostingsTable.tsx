import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { inOrder } from '#renderer/ui/in-order.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import styles from './one-c.module.css'

type Posting = CallOutput<'oneC.listPostings'>['items'][number]

const MOST = 200
const before = ['counterparty', 'contract'] as const
const sums = ['without', 'rate', 'vat', 'total'] as const
const after = ['costAccount', 'department', 'article', 'project'] as const

/** As it will be written, in the order of its columns. */
export function PostingsTable({ items }: { items: readonly Posting[] }) {
  const { t } = useText()
  const format = useFormat()
  const money = (amount: string) => <Amount money={{ amount, currency: 'RUB' }} />
  const rate = (of: Posting['rate']): string =>
    of === 'none' || of === 'mixed' ? t(`oneC.rate.${of}`) : t('oneC.rate.percent', { rate: of })
  return (
    <>
      <Table label={t('oneC.table')} maxHeight={420}>
        <thead>
          <tr>
            {before.map((name) => (
              <Th key={name}>{t(`oneC.${name}`)}</Th>
            ))}
            <Th>{t('oneC.day')}</Th>
            <Th>{t('oneC.number')}</Th>
            <Th>{t('oneC.item')}</Th>
            {sums.map((name) => (
              <Th key={name} align="end">
                {t(`oneC.${name}`)}
              </Th>
            ))}
            {after.map((name) => (
              <Th key={name}>{t(`oneC.${name}`)}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(items.slice(0, MOST)).map(({ place, item: one }) => (
            <tr key={place}>
              {before.map((name) => (
                <Cell key={name} value={one[name]} />
              ))}
              <Td>{format.day(one.day)}</Td>
              <Td>{one.number}</Td>
              <Cell value={one.item} />
              <Td align="end">{money(one.without)}</Td>
              <Td align="end">{rate(one.rate)}</Td>
              <Td align="end">{money(one.vat)}</Td>
              <Td align="end" tone="strong">
                {money(one.total)}
              </Td>
              {after.map((name) => (
                <Cell key={name} value={one[name]} />
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {items.length > MOST ? (
        <p className={styles.foot}>{t('oneC.shown', { shown: MOST, count: items.length })}</p>
      ) : null}
    </>
  )
}

const Cell = ({ value }: { value: string }) =>
  value === '' ? <Td tone="muted">—</Td> : <Td truncate={value}>{value}</Td>
