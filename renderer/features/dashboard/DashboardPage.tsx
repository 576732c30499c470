import { useQueryClient } from '@tanstack/react-query'
import {
  ChartNoAxesColumn,
  ChevronDown,
  Download,
  FileSpreadsheet,
  Image,
  LayoutGrid,
  RotateCw,
} from 'lucide-react'
import { useState } from 'react'
import { EmptyWorkspace } from '#renderer/app/EmptyWorkspace.tsx'
import { Page } from '#renderer/app/Page.tsx'
import { PeriodControl } from '#renderer/app/period/PeriodControl.tsx'
import { periodCodecs, usePeriod } from '#renderer/app/period/use-period.ts'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { refreshAll } from '#renderer/transport/invalidation.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { DashboardTiles } from './DashboardTiles.tsx'
import { tileStates } from './tile-state.ts'
import { useArranging } from './use-arranging.ts'
import { useExport } from './use-export.ts'
import { isEmptyWorkspace } from './view.ts'

const codecs = { ...periodCodecs, tiles: tileStates }

export function DashboardPage() {
  const { t } = useText()
  const format = useFormat()
  const session = useSession()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState(codecs)
  const period = usePeriod(url, setUrl)
  const summary = useCall('dashboard.getSummary', { period: period.period })
  const board = useCall('boards.get', {})
  const views = useCall('views.list', {})
  const arranging = useArranging(board.data?.tiles)
  const [isRefreshing, setRefreshing] = useState(false)
  const { csv, png } = useExport({
    period,
    states: url.tiles,
    tiles: arranging.tiles,
    views: views.data?.items ?? [],
    summary: summary.data,
  })
  const refresh = async (): Promise<void> => {
    setRefreshing(true)
    await refreshAll(client)
    setRefreshing(false)
    showToast({ tone: 'ok', text: t('dashboard.refreshed') })
  }
  usePageActions([
    { id: 'refresh', label: t('dashboard.refresh'), keys: 'r', run: () => void refresh() },
    { id: 'arrange', label: t('views.arrange.start'), run: arranging.start },
    { id: 'csv', label: `${t('dashboard.export')}: ${t('dashboard.exportCsv')}`, run: csv },
    { id: 'png', label: `${t('dashboard.export')}: ${t('dashboard.exportPng')}`, run: png },
  ])
  if (summary.data && isEmptyWorkspace(summary.data)) {
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
  const through = summary.data?.dataThrough ?? null
  const freshness =
    through === null ? t('dashboard.noData') : t('dashboard.freshness', { day: format.day(through) })
  return (
    <Page
      title={t('dashboard.title')}
      subtitle={summary.data ? freshness : '\u00A0'}
      actions={
        <>
          <PeriodControl state={period} today={session.today} onChange={setUrl} />
          <Button icon={RotateCw} isPending={isRefreshing} onClick={() => void refresh()}>
            {t('dashboard.refresh')}
          </Button>
          {arranging.isArranging ? null : (
            <Button icon={LayoutGrid} disabled={board.data === undefined} onClick={arranging.start}>
              {t('views.arrange.start')}
            </Button>
          )}
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
      <DashboardTiles
        arranging={arranging}
        board={board}
        views={views}
        summary={summary}
        period={period}
        states={url.tiles}
        onStates={(tiles) => setUrl({ tiles })}
      />
    </Page>
  )
}
