import { TriangleAlert } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { coverageRatio, type PreviewView, pointsBetween, sumsInOrder } from '../coverage.ts'
import { LeftList } from './LeftList.tsx'
import { PartSums } from './PartSums.tsx'
import type { Problem } from './problem-words.ts'
import type { LeftResource } from './resource-rule.ts'
import styles from './rules.module.css'
import type { usePreview } from './use-preview.ts'

type Props = {
  preview: ReturnType<typeof usePreview>
  /** What the rules do as they are kept. */
  before: PreviewView | null
  /** The days, in words. */
  words: string
  general: readonly Problem[]
  /** Rules that are not whole yet and take no part. */
  unfinished: number
  onMakeRule: ((left: LeftResource) => void) | null
}

/** What the rules do to live data, while they are written. */
export function PreviewPanel({ preview, before, words, general, unfinished, onMakeRule }: Props) {
  const { t } = useText()
  const { answer, isStale, error, retry } = preview
  return (
    <Card
      title={t('allocation.preview')}
      subtitle={t('allocation.previewOn', { range: words })}
      className={styles.preview}
    >
      <div className={styles.stack} data-stale={isStale && answer ? '' : undefined}>
        {error ? <ErrorBanner error={error} onRetry={retry} /> : null}
        {answer ? (
          <CoverageHead coverage={answer.coverage} before={before?.coverage ?? null} />
        ) : error ? null : (
          <div aria-busy="true">
            <Skeleton height={64} radius={6} />
          </div>
        )}
        {unfinished > 0 ? (
          <p className={styles.soft}>{t('allocation.unfinished', { count: unfinished })}</p>
        ) : null}
        {general.map(({ key, text }) => (
          <p key={key} className={styles.note}>
            <TriangleAlert size={14} aria-hidden />
            {text}
          </p>
        ))}
        {answer ? <PartSums parts={answer.parts} /> : null}
        {answer ? <LeftList left={answer.left} onMakeRule={onMakeRule} /> : null}
      </div>
    </Card>
  )
}

type HeadProps = { coverage: PreviewView['coverage']; before: PreviewView['coverage'] | null }

function CoverageHead({ coverage, before }: HeadProps) {
  const { t } = useText()
  const format = useFormat()
  const ratio = coverageRatio(coverage)
  if (ratio === null) return <p>{t('allocation.nothingCost')}</p>
  const percent = t('allocation.categorised', { percent: format.percent(ratio, { digits: 0 }) })
  const left = t('allocation.resourcesLeft', { count: coverage.resourcesLeft })
  const points = pointsBetween(before && coverageRatio(before), ratio)
  return (
    <div className={styles.coverage}>
      <p className={styles.figure} role="status">
        {percent}, <span className={styles.figureSoft}>{left}</span>
      </p>
      <ProgressBar label={t('allocation.preview')} ratio={Number(ratio)} tone="ok" valueText={percent} />
      <ul className={styles.sums}>
        {sumsInOrder(coverage).map(({ currency, assigned, total }) => (
          <li key={currency}>
            {t('allocation.ofSum', {
              assigned: format.moneyWhole({ amount: assigned, currency }),
              total: format.moneyWhole({ amount: total, currency }),
            })}
          </li>
        ))}
        {points === null ? null : (
          <li data-tone={points.startsWith('-') ? 'bad' : 'ok'}>
            {t('allocation.changed', {
              delta: t('allocation.points', {
                sign: points.startsWith('-') ? '−' : '+',
                value: format.number(points.slice(1), 1),
              }),
            })}
          </li>
        )}
      </ul>
    </div>
  )
}
