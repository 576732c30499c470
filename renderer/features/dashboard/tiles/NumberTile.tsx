import { Wallet } from 'lucide-react'
import type { Answer } from '#renderer/app/costs/chart/answer.ts'
import { figuresOf } from '#renderer/app/costs/chart/view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { KpiCard } from '../components/KpiCard.tsx'
import { KpiWaiting } from '../components/KpiWaiting.tsx'
import { Sparkline } from '../components/Sparkline.tsx'
import { trendOf } from '../view.ts'
import { NumberNote } from './NumberNote.tsx'
import { useAnswer } from './use-answer.ts'
import type { ViewTile } from './use-tile.ts'

/** What a view comes to, and how that has changed. */
export function NumberTile({ view }: { view: ViewTile }) {
  const query = useAnswer(view.spec)
  if (query.data === undefined) return <KpiWaiting title={view.title} query={query} />
  return <Figure view={view} answer={query.data} isStale={query.isPlaceholderData} />
}

function Figure({ view, answer, isStale }: { view: ViewTile; answer: Answer; isStale: boolean }) {
  const { t, language } = useText()
  const format = useFormat()
  const { currency } = useSession()
  const [section, ...others] = answer.sections
  const figures = figuresOf(section ?? { unit: currency, isCurrency: true }, format, language)
  const total = section?.total.total ?? '0'
  const isYetToCome = view.noFullDay !== null && (section?.total.lines ?? 0) === 0
  // A bar cut by the period would look like a fall.
  const whole = section?.total.amounts.filter((_, at) => answer.bins[at]?.isWhole) ?? []
  const trend = view.spec.isCumulative ? null : trendOf(whole)
  return (
    <KpiCard
      icon={Wallet}
      label={view.title}
      href={view.href}
      isStale={isStale}
      value={isYetToCome ? '—' : <data value={total}>{figures.exact(total)}</data>}
      note={<NumberNote view={view} answer={answer} section={section} others={others} figures={figures} />}
      trend={
        trend ? (
          <Sparkline
            amounts={trend.amounts}
            label={t('dashboard.kpi.trend', {
              title: view.title,
              low: figures.exact(trend.low),
              high: figures.exact(trend.high),
            })}
          />
        ) : null
      }
    />
  )
}
