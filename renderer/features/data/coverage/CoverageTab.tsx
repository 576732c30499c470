import { CalendarOff } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Day } from '#shared/lib/day.ts'
import { isSpan, monthOf } from '../months.ts'
import type { DataUrl, SetUrl } from '../url.ts'
import { CoverageGrid } from './CoverageGrid.tsx'
import { CoverageHead } from './CoverageHead.tsx'
import styles from './coverage.module.css'
import { cellsOf, lastMonth, yearRange } from './coverage.ts'
import { DayDetails } from './DayDetails.tsx'
import { GapList } from './GapList.tsx'
import { Legend } from './Legend.tsx'
import { YearGrid } from './YearGrid.tsx'

/** Which days of which account are there, and from what. */
export function CoverageTab({ url, onChange }: { url: DataUrl; onChange: SetUrl }) {
  const { t } = useText()
  const { today } = useSession()
  const asked = isSpan(url.span) ? url.span : null
  // What there is at all tells which month to begin with.
  const first = useCall('imports.getCoverage', yearRange(monthOf(today)), { enabled: asked === null })
  const span = asked ?? (first.data ? lastMonth(first.data.accounts, today) : null)
  // A whole year at once: its months are walked without waiting, and its gaps are all in the list.
  const list = useCall('imports.getCoverage', yearRange(span ?? monthOf(today)), { enabled: span !== null })
  const [picked, setPicked] = useState<{ connectionId: string; day: Day } | null>(null)
  const failed = first.error ? first : list.error ? list : null
  if (failed?.error)
    return (
      <ErrorBanner
        error={failed.error}
        onRetry={() => void failed.refetch()}
        isRetrying={failed.isFetching}
      />
    )
  if (!list.data || span === null)
    return (
      <div aria-busy="true">
        <Skeleton height={360} radius={10} />
      </div>
    )
  const accounts = list.data.accounts.filter(({ firstDay }) => firstDay !== null)
  if (accounts.length === 0)
    return (
      <Card>
        <EmptyState
          icon={CalendarOff}
          title={t('data.coverageNone')}
          text={t('data.coverageNoneText')}
          action={
            <Button variant="primary" onClick={() => onChange({ tab: 'imports' })}>
              {t('data.toImports')}
            </Button>
          }
        />
      </Card>
    )
  const account = accounts.find(({ connectionId }) => connectionId === picked?.connectionId)
  const cell = account && picked ? cellsOf(account, [picked.day])[0] : undefined
  const isYear = span.length === 4
  const show = (next: string): void => {
    setPicked(null)
    onChange({ span: next })
  }
  return (
    <div className={styles.stack}>
      <Card
        title={t('data.coverage')}
        subtitle={t('data.coverageText')}
        padding="none"
        actions={<CoverageHead span={span} today={today} onSpan={show} />}
      >
        <div data-stale={list.isPlaceholderData ? '' : undefined}>
          {isYear ? (
            <YearGrid accounts={accounts} year={span} onMonth={show} />
          ) : (
            <CoverageGrid accounts={accounts} month={span} picked={picked} onPick={setPicked} />
          )}
        </div>
        <Legend />
      </Card>
      {isYear ? null : (
        <DayDetails
          account={account ?? null}
          cell={cell ?? null}
          onImports={(open) => onChange({ tab: 'imports', open })}
        />
      )}
      <GapList
        accounts={accounts}
        year={span.slice(0, 4)}
        onShow={(gap) => {
          onChange({ span: monthOf(gap.from) })
          setPicked({ connectionId: gap.connectionId, day: gap.from })
        }}
      />
    </div>
  )
}
