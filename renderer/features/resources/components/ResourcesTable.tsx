import { Lightbulb } from 'lucide-react'
import { Link } from 'wouter'
import type { Translate } from '#renderer/i18n/translate.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { type ResourceView, resourceStatuses } from '#shared/contract/resources.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { type Direction, type ResourceSort, statusTone } from '../view.ts'
import styles from './ResourcesTable.module.css'
import { TagList } from './TagList.tsx'

type Props = {
  data: CallOutput<'resources.list'>
  sort: ResourceSort
  direction: Direction
  isBusy: boolean
  label: string
  onSort: (sort: ResourceSort) => void
}

export function ResourcesTable({ data, sort, direction, isBusy, label, onSort }: Props) {
  const { t } = useText()
  const by = (column: ResourceSort) => ({
    sort: sort === column ? direction : null,
    onSort: () => onSort(column),
  })
  return (
    <Table label={label} isBusy={isBusy} className={styles.frame} maxHeight="calc(100vh - 300px)">
      <thead>
        <tr>
          <Th {...by('name')}>{t('resources.col.name')}</Th>
          <Th {...by('type')}>{t('resources.col.type')}</Th>
          <Th {...by('connection')}>{t('resources.col.connection')}</Th>
          <Th {...by('status')}>{t('resources.col.status')}</Th>
          <Th>{t('resources.col.size')}</Th>
          <Th align="end" {...by('monthlyCost')}>
            {t('resources.col.monthly')}
          </Th>
          <Th align="end" {...by('spend')}>
            {t('resources.col.spend')}
          </Th>
          <Th align="end">{t('resources.col.advice')}</Th>
          <Th>{t('resources.col.tags')}</Th>
        </tr>
      </thead>
      <tbody>
        {data.items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <Td>{t('resources.totals', { count: data.total })}</Td>
          <Td colSpan={4}>{statusWords(data, t)}</Td>
          <Td align="end">
            <Sums amounts={data.totals.monthlyCost} />
          </Td>
          <Td align="end">
            <Sums amounts={data.totals.spend} />
          </Td>
          <Td colSpan={2} />
        </tr>
      </tfoot>
    </Table>
  )
}

/** Deleted ones are told apart: the overview counts what the cloud still has. */
function statusWords({ total, totals: { byStatus } }: Props['data'], t: Translate): string {
  const words = (status: keyof typeof byStatus): string =>
    t(`resources.count.${status}`, { count: byStatus[status] })
  const present = resourceStatuses.filter((status) => status !== 'gone' && byStatus[status] > 0)
  const list = present.map(words).join(', ')
  if (byStatus.gone === 0) return list
  if (present.length === 0) return words('gone')
  return t('resources.statuses', { total: total - byStatus.gone, list, gone: words('gone') })
}

function Row({ item }: { item: ResourceView }) {
  const { t } = useText()
  const format = useFormat()
  const sizes = [
    ...(item.vcpu === null ? [] : [t('resources.vcpu', { value: format.number(item.vcpu) })]),
    ...(item.ramGb === null ? [] : [t('resources.gb', { value: format.number(item.ramGb) })]),
  ]
  return (
    <tr data-gone={item.status === 'gone' || undefined}>
      <Td className={styles.nameCell}>
        <div className={styles.name}>
          <ProviderMark provider={item.provider} size={26} />
          <div className={styles.words}>
            <span className={styles.title} title={item.name}>
              {item.name}
            </span>
            <span className={styles.soft} title={item.externalId}>
              {item.address ?? item.externalId}
            </span>
          </div>
        </div>
      </Td>
      <Td>
        <span className={styles.words}>
          <span className={styles.kind}>{t(`resources.type.${item.type}`)}</span>
          <span className={`${styles.soft} ${styles.kind}`}>{item.service}</span>
        </span>
      </Td>
      <Td>
        <span className={styles.words}>
          <span className={styles.cut} title={item.connectionName}>
            {item.connectionName}
          </span>
          <span className={styles.soft}>{item.region ?? '—'}</span>
        </span>
      </Td>
      <Td>
        <Badge tone={statusTone(item.status)} hasDot>
          {t(`resources.status.${item.status}`)}
        </Badge>
      </Td>
      <Td>
        <span className={styles.words}>
          {sizes.length === 0 ? '—' : sizes.join(' · ')}
          {item.diskGb === null ? null : (
            <span className={styles.soft}>{t('resources.disk', { value: format.number(item.diskGb) })}</span>
          )}
        </span>
      </Td>
      <Td align="end">
        <span className={styles.words}>
          <Cost money={item.monthlyCost} />
          {item.dailyCost ? (
            <span className={styles.soft}>
              {t('resources.perDay', { amount: format.money(item.dailyCost) })}
            </span>
          ) : null}
        </span>
      </Td>
      <Td align="end" tone="strong">
        <Cost money={item.spend} />
      </Td>
      <Td align="end">
        {item.recommendations === 0 ? (
          <span className={styles.soft}>—</span>
        ) : (
          <Link
            href={`/recommendations?resource=${item.id}`}
            className={styles.advice}
            aria-label={t('resources.adviceOf', { name: item.name, count: item.recommendations })}
          >
            <Lightbulb size={14} aria-hidden />
            {item.recommendations}
          </Link>
        )}
      </Td>
      <Td>
        <TagList tags={item.tags} />
      </Td>
    </tr>
  )
}

const Cost = ({ money }: { money: MoneyView | null }) => (money ? <Amount money={money} /> : '—')

/** One line a currency: amounts in different money never make one sum. */
function Sums({ amounts }: { amounts: readonly MoneyView[] }) {
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
