import { SearchX } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import { sectionOf } from '#renderer/app/costs/chart/answer.ts'
import { viewName } from '#renderer/app/costs/view-name.ts'
import { plainView } from '#renderer/app/costs/view-query.ts'
import { Page } from '#renderer/app/Page.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { resolveViewPeriod } from '#shared/lib/view-period.ts'
import { BinsPicks } from './components/BinsPicks.tsx'
import { ExplorerBody } from './components/ExplorerBody.tsx'
import { ExplorerSkeleton } from './components/ExplorerSkeleton.tsx'
import { Problems } from './components/Problems.tsx'
import { Strip } from './components/Strip.tsx'
import { SumBar } from './components/SumBar.tsx'
import { Trail } from './components/Trail.tsx'
import { VatDialog } from './components/VatDialog.tsx'
import { ViewActions } from './components/ViewActions.tsx'
import { useAnswer } from './use-answer.ts'
import type { SavePicture } from './use-chart-picture.ts'
import { useExplorer } from './use-explorer.ts'
import { useUndoKeys } from './use-undo-keys.ts'

/** Costs from every side: asked by the strip, answered by a picture and a table, followed down to the lines. */
export function ExplorerPage() {
  const { t } = useText()
  const format = useFormat()
  const { today } = useSession()
  const explorer = useExplorer()
  const { spec, page, trail, go, back } = explorer
  const undo = useCallback(() => back(), [back])
  useUndoKeys(undo)
  const views = useCall('views.list', {})
  const current = views.data?.items.find(({ id }) => id === page.view) ?? null
  const { shown, answer, error, retry, isFetching, isBusy } = useAnswer(spec, page)
  const [isVatOpen, setVatOpen] = useState(false)
  const picture = useRef<SavePicture>(null)
  const range = useMemo(() => resolveViewPeriod(spec.period, today), [spec.period, today])
  const onStep = useCallback((patch: Partial<ViewSpec>) => go({ spec: patch }, 'step'), [go])
  const { look } = spec
  const { by, isDescending } = spec.sort
  // The answer knows neither of its picture nor of the order of its table: they change at once.
  const whole = useMemo<ViewSpec>(
    () => ({ ...shown, look, sort: { by, isDescending } }),
    [shown, look, by, isDescending],
  )
  const section = answer ? sectionOf(answer, page.unit) : undefined
  const onWhy = useCallback(() => go({ spec: { look: 'waterfall' }, page: { lines: false } }, 'step'), [go])
  const isFiltered = spec.where.length > 0 || spec.filterId !== null
  return (
    <Page
      title={t('explorer.title')}
      subtitle={[
        ...(current ? [viewName(current, t)] : []),
        ...(answer?.dataThrough
          ? [t('explorer.dataThrough', { day: format.day(answer.dataThrough) })]
          : ['\u00A0']),
      ].join(' · ')}
      actions={
        <ViewActions
          explorer={explorer}
          views={views.data?.items ?? []}
          current={current}
          picture={picture}
          isDisabled={section === undefined}
        />
      }
    >
      <Strip spec={spec} range={range} onStep={onStep} />
      <Trail trail={trail} onBack={back} />
      {error ? <ErrorBanner error={error} onRetry={retry} isRetrying={isFetching} /> : null}
      {answer ? <Problems problems={answer.problems} onVat={() => setVatOpen(true)} /> : null}
      {answer === undefined ? (
        error ? null : (
          <ExplorerSkeleton />
        )
      ) : section === undefined ? (
        <Card>
          <EmptyState
            icon={SearchX}
            title={t('explorer.none')}
            text={t(isFiltered ? 'explorer.noneFiltered' : 'explorer.noneText')}
            action={
              isFiltered ? (
                <Button onClick={() => onStep({ where: plainView.where, filterId: null })}>
                  {t('explorer.resetFilter')}
                </Button>
              ) : (
                <Link href="/data">{t('ledger.toImports')}</Link>
              )
            }
          />
        </Card>
      ) : (
        <>
          <SumBar
            answer={answer}
            spec={shown}
            unit={section.unit}
            onUnit={(unit) => go({ page: { unit } }, 'look')}
            picks={
              page.lines || look === 'usage' ? null : (
                <BinsPicks spec={spec} onStep={onStep} onLook={(patch) => go({ spec: patch }, 'look')} />
              )
            }
            onWhy={section.isCurrency && spec.look !== 'waterfall' && !page.lines ? onWhy : null}
          />
          <ExplorerBody
            explorer={explorer}
            shown={whole}
            answer={answer}
            section={section}
            isBusy={isBusy}
            picture={picture}
            onWhy={onWhy}
          />
        </>
      )}
      <VatDialog isOpen={isVatOpen} onClose={() => setVatOpen(false)} />
    </Page>
  )
}
