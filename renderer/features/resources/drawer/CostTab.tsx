import { ChartNoAxesColumn } from 'lucide-react'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ResourceView } from '#shared/contract/resources.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { addMonths, day, firstOfMonth } from '#shared/lib/day.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { Sums } from '../components/Sums.tsx'
import { Block } from './Block.tsx'
import { CostChart } from './CostChart.tsx'
import styles from './CostTab.module.css'
import { TabBody } from './TabBody.tsx'

type Props = { resource: ResourceView; period: DayRange }

/** What it was billed: by day first, by month second, then what for. */
export function CostTab({ resource, period }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { today, currency } = useSession()
  const { id } = resource
  const costs = useCall('resources.getCosts', { id, from: period.from, to: period.to })
  const year = useCall('resources.getCosts', { id, from: addMonths(firstOfMonth(today), -11), to: today })
  const range = format.dayRange(period.from, period.to)
  return (
    <TabBody query={costs}>
      {(data) =>
        data.days.length === 0 ? (
          <EmptyState
            icon={ChartNoAxesColumn}
            title={t('resources.costsNone')}
            text={t('resources.costsNoneText', { range })}
          />
        ) : (
          <>
            <Block title={t('resources.costByDay')} actions={<Total amounts={data.total} />} note={range}>
              <CostChart
                label={t('resources.costByDayLabel', { name: resource.name, range })}
                currency={data.total[0]?.currency ?? currency}
                points={data.days.map((point) => ({
                  ...point.amount,
                  short: format.dayShort(point.day),
                  title: format.day(point.day),
                }))}
              />
            </Block>
            {year.data && year.data.months.length > 1 ? (
              <Block title={t('resources.costByMonth')} actions={<Total amounts={year.data.total} />}>
                <CostChart
                  label={t('resources.costByMonthLabel', { name: resource.name })}
                  currency={year.data.total[0]?.currency ?? currency}
                  points={year.data.months.map(({ month, amount }) => ({
                    ...amount,
                    short: format.monthShort(day(`${month.slice(0, 7)}-01`)),
                    title: format.month(day(`${month.slice(0, 7)}-01`)),
                  }))}
                />
              </Block>
            ) : null}
            {data.lines.length === 0 ? null : (
              <Block title={t('resources.costLines')} note={range}>
                <Table label={t('resources.costLines')}>
                  <thead>
                    <tr>
                      <Th>{t('resources.costFor')}</Th>
                      <Th align="end">{t('resources.quantity')}</Th>
                      <Th align="end">{t('resources.amount')}</Th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.lines.map((line) => (
                      <tr key={`${line.sku} ${line.unit ?? ''} ${line.amount.currency}`}>
                        <Td>{line.sku}</Td>
                        <Td align="end" tone="muted">
                          {line.quantity === null
                            ? '—'
                            : `${format.number(line.quantity)} ${line.unit ?? ''}`.trim()}
                        </Td>
                        <Td align="end" tone="strong">
                          <Amount money={line.amount} />
                        </Td>
                      </tr>
                    ))}
                  </tbody>
                  <tfoot>
                    <tr>
                      <Td colSpan={2}>{t('resources.sum')}</Td>
                      <Td align="end">
                        <Sums amounts={data.total} />
                      </Td>
                    </tr>
                  </tfoot>
                </Table>
              </Block>
            )}
          </>
        )
      }
    </TabBody>
  )
}

const Total = ({ amounts }: { amounts: readonly MoneyView[] }) => (
  <b className={styles.total}>
    <Sums amounts={amounts} />
  </b>
)
