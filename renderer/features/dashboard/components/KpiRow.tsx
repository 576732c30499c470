import type { UseQueryResult } from '@tanstack/react-query'
import { ChartNoAxesCombined, CloudCog, PiggyBank, Server, Wallet } from 'lucide-react'
import { periodQuery } from '#renderer/app/period/period-view.ts'
import type { PeriodState } from '#renderer/app/period/use-period.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { SpendView, SummaryView } from '#shared/contract/dashboard.ts'
import { binSpend } from '../spend-bins.ts'
import { isYetToCome, pathOf, trendOf, whyNoChange } from '../view.ts'
import { CostDelta } from './CostDelta.tsx'
import { ForecastNote } from './ForecastNote.tsx'
import { KpiCard } from './KpiCard.tsx'
import styles from './KpiRow.module.css'
import { Sparkline } from './Sparkline.tsx'

type Props = {
  query: UseQueryResult<SummaryView, TransportError>
  spend: SpendView | undefined
  period: PeriodState
}

export function KpiRow({ query, spend, period }: Props) {
  const { t } = useText()
  const { data, error, isFetching, refetch } = query
  if (data === undefined) {
    return error ? (
      <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
    ) : (
      <ul className={styles.row} aria-busy="true" aria-label={t('dashboard.kpi.region')}>
        {['spend', 'forecast', 'savings', 'resources', 'connections'].map((name) => (
          <li key={name} className={styles.blank}>
            <Skeleton width="55%" height={13} />
            <Skeleton width="80%" height={24} />
            <Skeleton width="45%" height={13} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <>
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      <Cards summary={data} spend={spend} period={period} />
    </>
  )
}

type CardsProps = { summary: SummaryView; spend: SpendView | undefined; period: PeriodState }

function Cards({ summary, spend, period }: CardsProps) {
  const { t } = useText()
  const format = useFormat()
  const { forecast, savings, resources, connections } = summary
  const query = periodQuery({ ...period.period, preset: period.preset })
  const trend = spend ? trendOf(binSpend(spend)) : null
  return (
    <ul className={styles.row} aria-label={t('dashboard.kpi.region')}>
      <KpiCard
        icon={Wallet}
        label={t('dashboard.kpi.spend')}
        href={pathOf('/resources', { ...query, sort: 'spend' })}
        value={isYetToCome(summary) ? '—' : <Amount money={summary.spend} />}
        note={
          summary.changeRatio === null ? (
            whyNoChange(summary.comparison, period.noFullDay, t)
          ) : (
            <>
              <CostDelta
                change={summary.changeRatio}
                title={t('dashboard.kpi.spendBefore', { amount: format.money(summary.spendBefore) })}
              />
              <span>{period.against}</span>
            </>
          )
        }
        trend={
          spend && trend ? (
            <Sparkline
              amounts={trend.amounts}
              label={t('dashboard.kpi.trend', {
                title: t(trend.isByWeek ? 'dashboard.spend.titleWeeks' : 'dashboard.spend.title'),
                low: format.money({ amount: trend.low, currency: spend.currency }),
                high: format.money({ amount: trend.high, currency: spend.currency }),
              })}
            />
          ) : null
        }
      />
      <KpiCard
        icon={ChartNoAxesCombined}
        label={t('dashboard.kpi.forecast')}
        href="/budgets"
        value={forecast ? <Amount money={forecast.amount} form="whole" /> : '—'}
        note={
          forecast
            ? t('dashboard.kpi.pace', { done: forecast.daysDone, count: forecast.daysInMonth })
            : t('dashboard.kpi.noPace')
        }
        info={forecast ? <ForecastNote forecast={forecast} /> : null}
      />
      <KpiCard
        icon={PiggyBank}
        label={t('dashboard.kpi.savings')}
        href="/recommendations"
        value={<Amount money={savings.monthly} />}
        note={t('dashboard.kpi.savingsCount', { count: savings.count })}
      />
      <KpiCard
        icon={Server}
        label={t('dashboard.kpi.resources')}
        href="/resources?status=running"
        value={<data value={resources.active}>{format.number(resources.active)}</data>}
        note={t('dashboard.kpi.resourcesOf', { count: resources.active, total: resources.total })}
      />
      <KpiCard
        icon={CloudCog}
        label={t('dashboard.kpi.connections')}
        href="#providers"
        value={<data value={connections.total}>{format.number(connections.total)}</data>}
        note={
          connections.failing > 0
            ? t('dashboard.kpi.connectionsFailing', { count: connections.failing })
            : connections.active === connections.total
              ? t('dashboard.kpi.connectionsOk')
              : t('dashboard.kpi.connectionsSome', {
                  active: connections.active,
                  total: connections.total,
                })
        }
      />
    </ul>
  )
}
