import type { UseQueryResult } from '@tanstack/react-query'
import { ChartNoAxesCombined, CloudCog, PiggyBank, Server } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { SummaryView } from '#shared/contract/dashboard.ts'
import { ForecastNote } from '../components/ForecastNote.tsx'
import { KpiCard } from '../components/KpiCard.tsx'
import { KpiWaiting } from '../components/KpiWaiting.tsx'

type Kind = 'forecast' | 'savings' | 'resources' | 'connections'
type Props = { kind: Kind; query: UseQueryResult<SummaryView, TransportError> }

/** Figures that are no view of costs: what the month will come to, what could be saved, what there is. */
export function SummaryTile({ kind, query }: Props) {
  const { t } = useText()
  if (query.data === undefined) return <KpiWaiting title={t(`views.kind.${kind}`)} query={query} />
  return <Figure kind={kind} summary={query.data} />
}

function Figure({ kind, summary }: { kind: Kind; summary: SummaryView }) {
  const { t } = useText()
  const format = useFormat()
  const { forecast, savings, resources, connections } = summary
  const label = t(`views.kind.${kind}`)
  switch (kind) {
    case 'forecast':
      return (
        <KpiCard
          icon={ChartNoAxesCombined}
          label={label}
          href="/budgets"
          value={forecast ? <Amount money={forecast.amount} form="whole" /> : '—'}
          note={
            forecast
              ? t('dashboard.kpi.pace', { done: forecast.daysDone, count: forecast.daysInMonth })
              : t('dashboard.kpi.noPace')
          }
          info={forecast ? <ForecastNote forecast={forecast} /> : null}
        />
      )
    case 'savings':
      return (
        <KpiCard
          icon={PiggyBank}
          label={label}
          href="/recommendations"
          value={<Amount money={savings.monthly} />}
          note={t('dashboard.kpi.savingsCount', { count: savings.count })}
        />
      )
    case 'resources':
      return (
        <KpiCard
          icon={Server}
          label={label}
          href="/resources?status=running"
          value={<data value={resources.active}>{format.number(resources.active)}</data>}
          note={t('dashboard.kpi.resourcesOf', { count: resources.active, total: resources.total })}
        />
      )
    case 'connections':
      return (
        <KpiCard
          icon={CloudCog}
          label={label}
          href="/connections"
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
      )
  }
}
