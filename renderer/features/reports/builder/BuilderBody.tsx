import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { LeaveGuard } from '#renderer/app/LeaveGuard.tsx'
import { Page } from '#renderer/app/Page.tsx'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import type { ReportView } from '#shared/contract/reports.ts'
import { resolveViewPeriod } from '#shared/lib/view-period.ts'
import { linkOfReport, type SetUrl } from '../url.ts'
import { BlockList } from './BlockList.tsx'
import { BlockSettings } from './BlockSettings.tsx'
import styles from './Builder.module.css'
import type { GivenReport } from './Builder.tsx'
import { BuilderActions } from './BuilderActions.tsx'
import { BuilderState } from './BuilderState.tsx'
import { sameReport } from './draft.ts'
import { isLeaving } from './leaving.ts'
import { Preview } from './Preview.tsx'
import { ReportSettings } from './ReportSettings.tsx'
import { useDraft } from './use-draft.ts'
import { usePreview } from './use-preview.ts'

type Props = {
  start: GivenReport
  /** Null: nobody has saved it yet. */
  saved: ReportView | null
  names: readonly string[]
  onChange: SetUrl
  /** Told the number of a report that had none. */
  onBorn: (id: string) => void
}

type Panel = 'blocks' | 'report'
const panels: readonly Panel[] = ['blocks', 'report']

/** A report being put together: its parts to the left, the page that will print to the right. */
export function BuilderBody({ start, saved, names, onChange, onBorn }: Props) {
  const { t } = useText()
  const { today } = useSession()
  const [, navigate] = useLocation()
  const { draft, acts } = useDraft(start)
  /** What the draft was when it was last kept; of a new one, what it began with. */
  const [kept, setKept] = useState<GivenReport>(start)
  const [savedId, setSavedId] = useState<string | null>(null)
  const [panel, setPanel] = useState<Panel>('blocks')
  const [page, setPage] = useState(1)
  const preview = usePreview(draft.spec, page)
  const period = useMemo(() => resolveViewPeriod(draft.spec.period, today), [draft.spec.period, today])
  const isDirty = !sameReport(draft, kept)
  const block = draft.spec.blocks.find(({ id }) => id === draft.chosen)
  const pageOf = (id: string): number | undefined => preview.answer?.blocks.find((one) => one.id === id)?.page
  const choose = (id: string): void => {
    acts.choose(id)
    setPanel('blocks')
  }
  const { chosen } = draft
  // The page goes with the choice; turning pages by hand, or a block that slips to another page, leaves it where it is.
  const follow = useEffectEvent((id: string | null) => {
    const itsPage = id === null ? undefined : pageOf(id)
    if (itsPage !== undefined) setPage(itsPage)
  })
  useEffect(() => follow(chosen), [chosen])
  // What is kept is no longer lost: only then may the address go on to the new report.
  useEffect(() => {
    if (savedId !== null) navigate(linkOfReport(savedId), { replace: true })
  }, [savedId, navigate])
  usePageActions(
    useMemo(
      () => [
        { id: 'panel-blocks', label: t('reportBuilder.panel.blocks'), run: () => setPanel('blocks') },
        { id: 'panel-report', label: t('reportBuilder.panel.report'), run: () => setPanel('report') },
      ],
      [t],
    ),
  )
  return (
    <Page
      title={draft.name.trim() === '' ? t('reportBuilder.title') : draft.name}
      subtitle={<BuilderState draft={draft} isDirty={isDirty} isNew={saved === null} />}
      actions={
        <BuilderActions
          draft={draft}
          saved={saved}
          names={names}
          isDirty={isDirty}
          onChange={onChange}
          onKept={(id) => {
            setKept({ name: draft.name, spec: draft.spec })
            if (id === saved?.id) return
            onBorn(id)
            setSavedId(id)
          }}
          onRename={acts.name}
        />
      }
    >
      <div className={styles.desk}>
        <Card className={styles.side}>
          <Tabs
            isPage
            label={t('reportBuilder.panel')}
            tabs={panels.map((id) => ({ id, label: t(`reportBuilder.panel.${id}`) }))}
            value={panel}
            onChange={setPanel}
          >
            {panel === 'blocks' ? (
              <div className={styles.stack}>
                <BlockList draft={draft} acts={acts} pageOf={pageOf} />
                {block ? (
                  <div key={block.id} className={styles.settings}>
                    <BlockSettings
                      block={block}
                      documentLanguage={draft.spec.language}
                      period={period}
                      onChange={acts.change}
                    />
                  </div>
                ) : null}
              </div>
            ) : (
              <ReportSettings
                name={draft.name}
                spec={draft.spec}
                period={period}
                onName={acts.name}
                onChange={acts.spec}
              />
            )}
          </Tabs>
        </Card>
        <div className={styles.paper}>
          <Preview spec={draft.spec} preview={preview} chosen={chosen} onPage={setPage} onChoose={choose} />
        </div>
      </div>
      <LeaveGuard isDirty={isDirty} isLost={isLeaving} />
    </Page>
  )
}
