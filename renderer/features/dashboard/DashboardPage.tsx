import { useQueryClient } from '@tanstack/react-query'
import { ChartNoAxesColumn, ChevronDown, Download, FileSpreadsheet, Image, RotateCw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { EmptyWorkspace } from '#renderer/app/EmptyWorkspace.tsx'
import { Page } from '#renderer/app/Page.tsx'
import { PeriodControl } from '#renderer/app/period/PeriodControl.tsx'
import { periodQuery } from '#renderer/app/period/period-view.ts'
import { periodCodecs, usePeriod } from '#renderer/app/period/use-period.ts'
import { oneOfParam, type UrlCodec } from '#renderer/app/url-codecs.ts'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { refreshAll } from '#renderer/transport/invalidation.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { spenderKinds, spendGroups } from '#shared/contract/dashboard.ts'
import { useDashboard } from './api.ts'
import { AdvicePanel } from './components/AdvicePanel.tsx'
import { AlertsPanel } from './components/AlertsPanel.tsx'
import { KpiRow } from './components/KpiRow.tsx'
import { MoversPanel } from './components/MoversPanel.tsx'
import { ProvidersPanel } from './components/ProvidersPanel.tsx'
import { SpendersPanel } from './components/SpendersPanel.tsx'
import { SpendPanel } from './components/SpendPanel.tsx'
import { UtilizationPanel } from './components/UtilizationPanel.tsx'
import styles from './DashboardPage.module.css'
import { useExport } from './use-export.ts'
import { isEmptyWorkspace } from './view.ts'

const listParam: UrlCodec<readonly string[]> = {
  parse: (text) => (text ? text.split('|') : []),
  format: (keys) => (keys.length === 0 ? null : keys.join('|')),
}

const codecs = {
  ...periodCodecs,
  by: oneOfParam(spendGroups, 'provider'),
  view: oneOfParam(['chart', 'table'], 'chart'),
  hide: listParam,
  top: oneOfParam(spenderKinds, 'resource'),
  moved: oneOfParam(spenderKinds, 'service'),
}

export function DashboardPage() {
  const { t } = useText()
  const format = useFormat()
  const session = useSession()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState(codecs)
  const period = usePeriod(url, setUrl)
  const calls = useDashboard({ period: period.period, groupBy: url.by, top: url.top, moved: url.moved })
  const [isRefreshing, setRefreshing] = useState(false)
  const { csv, png } = useExport({
    period,
    groupBy: url.by,
    hidden: url.hide,
    summary: calls.summary.data,
    spend: calls.spend.data,
  })
  const refresh = async (): Promise<void> => {
    setRefreshing(true)
    await refreshAll(client)
    setRefreshing(false)
    showToast({ tone: 'ok', text: t('dashboard.refreshed') })
  }
  usePageActions([
    { id: 'refresh', label: t('dashboard.refresh'), keys: 'r', run: () => void refresh() },
    { id: 'csv', label: `${t('dashboard.export')}: ${t('dashboard.exportCsv')}`, run: csv },
    { id: 'png', label: `${t('dashboard.export')}: ${t('dashboard.exportPng')}`, run: png },
  ])
  const linkPeriod = useMemo(() => periodQuery({ ...period.period, preset: period.preset }), [period])
  const summary = calls.summary.data
  if (summary && isEmptyWorkspace(summary)) {
    return (
      <Page title={t('dashboard.title')} subtitle={t('dashboard.noData')}>
        <EmptyWorkspace
          icon={ChartNoAxesColumn}
          title={t('dashboard.empty.title')}
          text={t('dashboard.empty.text')}
          hasNoCosts
        />
      </Page>
    )
  }
  return (
    <Page
      title={t('dashboard.title')}
      subtitle={
        summary
          ? summary.dataThrough
            ? t('dashboard.freshness', { day: format.day(summary.dataThrough) })
            : t('dashboard.noData')
          : '\u00A0'
      }
      actions={
        <>
          <PeriodControl state={period} today={session.today} onChange={setUrl} />
          <Button icon={RotateCw} isPending={isRefreshing} onClick={() => void refresh()}>
            {t('dashboard.refresh')}
          </Button>
          <Menu
            label={t('dashboard.export')}
            sections={[
              {
                id: 'formats',
                items: [
                  { id: 'csv', label: t('dashboard.exportCsv'), icon: FileSpreadsheet, run: csv },
                  { id: 'png', label: t('dashboard.exportPng'), icon: Image, run: png },
                ],
              },
            ]}
            trigger={(props) => (
              <Button {...props} icon={Download}>
                {t('dashboard.export')}
                <ChevronDown size={15} aria-hidden />
              </Button>
            )}
          />
        </>
      }
    >
      <div className={styles.page}>
        <KpiRow query={calls.summary} spend={calls.spend.data} period={period} />
        {summary && summary.otherCurrencies.length > 0 ? (
          <p className={styles.others}>
            {t('dashboard.kpi.otherCurrencies', {
              list: summary.otherCurrencies.map((money) => format.money(money)).join(', '),
            })}
          </p>
        ) : null}
        <div className={styles.grid}>
          <SpendPanel
            query={calls.spend}
            period={period}
            groupBy={url.by}
            view={url.view}
            hidden={url.hide}
            onChange={setUrl}
          />
          <UtilizationPanel query={calls.utilization} noFullDay={period.noFullDay} />
          <SpendersPanel
            query={calls.spenders}
            by={url.top}
            onBy={(top) => setUrl({ top })}
            period={linkPeriod}
            words={period.words}
            noFullDay={period.noFullDay}
          />
          <MoversPanel
            query={calls.movers}
            by={url.moved}
            onBy={(moved) => setUrl({ moved })}
            period={linkPeriod}
            noFullDay={period.noFullDay}
          />
          <AlertsPanel query={calls.alerts} />
          <AdvicePanel query={calls.advice} />
          <ProvidersPanel query={calls.connections} />
        </div>
      </div>
    </Page>
  )
}
