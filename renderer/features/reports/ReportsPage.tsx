import { useCallback, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { Page } from '#renderer/app/Page.tsx'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { ArchiveTab } from './archive/ArchiveTab.tsx'
import { RunDrawer } from './archive/RunDrawer.tsx'
import { RunningRuns } from './archive/RunningRuns.tsx'
import { Builder, type GivenReport } from './builder/Builder.tsx'
import { ListTab } from './list/ListTab.tsx'
import { NewReport } from './list/NewReport.tsx'
import { SchedulesTab } from './schedules/SchedulesTab.tsx'
import { linkOfReport, NEW, reportsCodecs, reportsTabs } from './url.ts'
import { useOpenReportFile } from './use-report-file.ts'

/** Reports: made in the builder, produced by hand or by schedule, kept in the archive. */
export function ReportsPage() {
  const { t } = useText()
  const { role } = useSession()
  const [, navigate] = useLocation()
  const [url, setUrl] = useUrlState(reportsCodecs)
  const [given, setGiven] = useState<GivenReport | null>(null)
  const openFile = useOpenReportFile(
    useCallback(
      (name, spec) => {
        setGiven({ name, spec })
        navigate(linkOfReport(NEW))
      },
      [navigate],
    ),
  )
  usePageActions(
    useMemo(
      () => [
        { id: 'new', label: t('reports.newEmpty'), keys: 'n', run: () => navigate(linkOfReport(NEW)) },
        { id: 'file', label: t('reports.newFile'), run: () => void openFile() },
        ...reportsTabs.map((tab) => ({
          id: `tab-${tab}`,
          label: t(`reports.tab.${tab}`),
          run: () => navigate(tab === 'list' ? '/reports' : `/reports?tab=${tab}`),
        })),
      ],
      [t, navigate, openFile],
    ),
  )
  return (
    <>
      {url.report !== null ? (
        <Builder url={url} onChange={setUrl} given={url.report === NEW ? given : null} />
      ) : (
        <Page
          title={t('reports.title')}
          subtitle={t(isGranted(role, 'data.write') ? 'reports.subtitle' : 'reports.readOnly')}
          actions={<NewReport onStart={() => setGiven(null)} onFile={() => void openFile()} />}
        >
          <RunningRuns onOpen={(run) => setUrl({ run })} />
          <Tabs
            isPage
            label={t('reports.tabs')}
            tabs={reportsTabs.map((id) => ({ id, label: t(`reports.tab.${id}`) }))}
            value={url.tab}
            onChange={(tab) => setUrl({ tab, page: 1, schedule: null, of: null })}
          >
            {url.tab === 'list' ? <ListTab url={url} onChange={setUrl} /> : null}
            {url.tab === 'archive' ? <ArchiveTab url={url} onChange={setUrl} /> : null}
            {url.tab === 'schedules' ? <SchedulesTab url={url} onChange={setUrl} /> : null}
          </Tabs>
        </Page>
      )}
      <RunDrawer
        runId={url.run}
        wasId={url.was}
        onOpen={(run, was) => setUrl({ run, was })}
        onClose={() => setUrl({ run: null, was: null })}
      />
    </>
  )
}
