import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Pager } from '#renderer/ui/Pager.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ImportView } from '#shared/contract/imports.ts'
import { PAGE_SIZE } from '../view.ts'
import { FileName } from './FileName.tsx'
import styles from './imports.module.css'
import { Totals } from './Totals.tsx'

type Props = {
  items: readonly ImportView[]
  total: number
  page: number
  isBusy: boolean
  onPage: (page: number) => void
  onOpen: (id: number) => void
}

/** What is loaded: by whom, when, what came in, and how much of it still counts. */
export function DoneImports({ items, total, page, isBusy, onPage, onOpen }: Props) {
  const { t } = useText()
  return (
    <Card title={t('imports.done')} padding="none">
      <Table label={t('imports.table')} isBusy={isBusy} className={styles.doneTable}>
        <thead>
          <tr>
            <Th>{t('imports.col.file')}</Th>
            <Th>{t('imports.col.period')}</Th>
            <Th align="end">{t('imports.col.rows')}</Th>
            <Th align="end">{t('imports.col.amount')}</Th>
            <Th align="end">{t('imports.col.days')}</Th>
            <Th>{t('imports.col.who')}</Th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} onOpen={onOpen} />
          ))}
        </tbody>
      </Table>
      <Pager page={page} pageSize={PAGE_SIZE} shown={items.length} total={total} onPage={onPage} />
    </Card>
  )
}

function Row({ item, onOpen }: { item: ImportView; onOpen: (id: number) => void }) {
  const { t } = useText()
  const format = useFormat()
  const { from, to, rowsKept, rowsRejected, liveDays, days, committedAtMs, withdrawnAtMs, by } = item
  return (
    <tr data-withdrawn={withdrawnAtMs === null ? undefined : ''}>
      <Td>
        <FileName item={item} onOpen={onOpen} />
      </Td>
      <Td>{from && to ? format.dayRange(from, to) : '—'}</Td>
      <Td align="end">
        {format.number(rowsKept)}
        {rowsRejected > 0 ? (
          <span className={styles.under}>
            {t('imports.inQuarantine', { count: format.number(rowsRejected) })}
          </span>
        ) : null}
      </Td>
      <Td align="end">
        <Totals item={item} />
      </Td>
      <Td align="end">
        {withdrawnAtMs === null ? (
          <span title={liveDays < days ? t('imports.daysLiveTitle') : undefined}>
            {t('imports.daysLive', { live: format.number(liveDays), days: format.number(days) })}
          </span>
        ) : (
          <Badge>{t('imports.status.withdrawn')}</Badge>
        )}
      </Td>
      <Td>
        {by ?? '—'}
        <span className={styles.under}>{committedAtMs === null ? '—' : format.instant(committedAtMs)}</span>
      </Td>
    </tr>
  )
}
