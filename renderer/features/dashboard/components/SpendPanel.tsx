import type { UseQueryResult } from '@tanstack/react-query'
import { ChartColumnStacked, ChartNoAxesColumn, Table2 } from 'lucide-react'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { PeriodState } from '#renderer/app/period/use-period.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Chart } from '#renderer/ui/chart/Chart.tsx'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { type SpendGroup, type SpendView, spendGroups } from '#shared/contract/dashboard.ts'
import { daysBetween } from '#shared/lib/day.ts'
import { binSpend, isByWeek } from '../spend-bins.ts'
import { spendOption } from '../spend-chart.ts'
import { useSpendWords } from '../use-spend-words.ts'
import { capitalised, pathOf, rangeQuery, spendTable, toggleHidden } from '../view.ts'
import { Panel } from './Panel.tsx'
import { SpendLegend } from './SpendLegend.tsx'
import styles from './SpendPanel.module.css'
import { SpendTableView } from './SpendTableView.tsx'

type SpendViewKind = 'chart' | 'table'

type Props = {
  query: UseQueryResult<SpendView, TransportError>
  period: PeriodState
  groupBy: SpendGroup
  view: SpendViewKind
  hidden: readonly string[]
  onChange: (patch: { by?: SpendGroup; view?: SpendViewKind; hide?: readonly string[] }) => void
}

const CHART_HEIGHT = 268

export function SpendPanel({ query, period, groupBy, view, hidden, onChange }: Props) {
  const { t } = useText()
  const { from, to } = period.period
  const days = query.data?.days.length ?? daysBetween(from, to) + 1
  return (
    <Panel
      className={styles.panel}
      title={t(isByWeek(days) ? 'dashboard.spend.titleWeeks' : 'dashboard.spend.title')}
      subtitle={period.words}
      query={query}
      skeleton={<Skeleton height={CHART_HEIGHT + 44} radius={8} />}
      actions={
        <>
          <Segmented
            size="sm"
            label={t('dashboard.spend.groupBy')}
            value={groupBy}
            options={spendGroups.map((value) => ({ value, label: t(`dashboard.spend.${value}`) }))}
            onChange={(by) => onChange({ by, hide: [] })}
          />
          <Segmented
            size="sm"
            label={t('dashboard.spend.view')}
            value={view}
            options={[
              { value: 'chart', label: t('dashboard.spend.chart'), icon: ChartColumnStacked },
              { value: 'table', label: t('dashboard.spend.table'), icon: Table2 },
            ]}
            onChange={(next) => onChange({ view: next })}
          />
        </>
      }
    >
      {(spend) => <Body spend={spend} period={period} view={view} hidden={hidden} onChange={onChange} />}
    </Panel>
  )
}

type BodyProps = Pick<Props, 'period' | 'view' | 'hidden' | 'onChange'> & { spend: SpendView }

function Body({ spend, period, view, hidden, onChange }: BodyProps) {
  const { t } = useText()
  const theme = useChartTheme()
  const [, navigate] = useLocation()
  const words = useSpendWords(spend.currency)
  const named = useMemo(
    () =>
      binSpend({
        ...spend,
        groups: spend.groups.map((g) => ({ ...g, label: words.group(g.key, g.label) })),
      }),
    [spend, words],
  )
  const title = t(named.isByWeek ? 'dashboard.spend.titleWeeks' : 'dashboard.spend.title')
  const table = useMemo(() => spendTable(named, hidden), [named, hidden])
  const option = useMemo(() => spendOption(named, table, theme, words), [named, table, theme, words])
  if (spend.groups.length === 0) {
    return (
      <EmptyState
        icon={ChartNoAxesColumn}
        title={period.noFullDay === null ? t('dashboard.spend.none') : capitalised(period.noFullDay)}
        text={t(period.noFullDay === null ? 'dashboard.spend.noneNext' : 'dashboard.movers.next.noFullDay')}
      />
    )
  }
  const keys = named.groups.map((group) => group.key)
  return (
    <>
      {view === 'chart' ? (
        <Chart
          option={option}
          height={CHART_HEIGHT}
          label={t('dashboard.spend.chartLabel', {
            title,
            range: period.full,
            total: words.money(table.total),
            top: table.groups
              .slice(0, 3)
              .map((group) => `${group.label} ${words.money(group.total)}`)
              .join(', '),
          })}
          onPick={(index) => {
            const bin = named.bins[index]
            if (bin !== undefined) navigate(pathOf('/resources', rangeQuery(bin)))
          }}
        />
      ) : (
        <SpendTableView
          spend={named}
          table={table}
          words={words}
          height={CHART_HEIGHT}
          label={`${title}, ${period.full}`}
        />
      )}
      <SpendLegend
        spend={named}
        table={table}
        theme={theme}
        hidden={hidden}
        words={words}
        period={period}
        onToggle={(key) => onChange({ hide: toggleHidden(keys, hidden, key) })}
      />
    </>
  )
}
