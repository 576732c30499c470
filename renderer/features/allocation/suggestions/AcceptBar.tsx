import { Check } from 'lucide-react'
import { type CSSProperties, useId, useMemo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { SuggestionView, VirtualTag } from '#shared/contract/allocation.ts'
import type { Period } from '#shared/contract/values.ts'
import { type CoverageView, coverageRatio } from '../coverage.ts'
import { usePreview } from '../rules/use-preview.ts'
import styles from './suggestions.module.css'
import { LEAST, MOST } from './view.ts'

type Props = {
  tag: VirtualTag
  ticked: readonly SuggestionView[]
  total: number
  coverage: CoverageView
  period: Period
  least: number
  mayWrite: boolean
  isPending: boolean
  onLeast: (least: number) => void
  onAccept: () => void
}

/** From which confidence on to tick, and what accepting the ticked ones would make of the coverage, said before it is done. */
export function AcceptBar(props: Props) {
  const { tag, ticked, total, coverage, period, least, mayWrite, isPending, onLeast, onAccept } = props
  const { t } = useText()
  const format = useFormat()
  const id = useId()
  const rules = useMemo(() => [...tag.rules, ...ticked.map(({ rule }) => rule)], [tag.rules, ticked])
  const after = usePreview(tag.id, rules, period)
  const percent = format.percent(least / 100, { digits: 0 })
  return (
    <div className={styles.bar}>
      <div className={styles.states}>
        <State label={t('suggestions.covered')} coverage={coverage} />
        {mayWrite && after.answer && ticked.length > 0 ? (
          <div data-stale={after.isStale ? '' : undefined}>
            <State label={t('suggestions.after')} coverage={after.answer.coverage} />
          </div>
        ) : null}
      </div>
      {mayWrite ? (
        <div className={styles.choice}>
          <label htmlFor={id} className={styles.threshold}>
            {t('suggestions.threshold')} <output className={styles.percent}>{percent}</output>
          </label>
          <input
            id={id}
            type="range"
            className={styles.slider}
            style={{ '--fill': `${((least - LEAST) / (MOST - LEAST)) * 100}%` } as CSSProperties}
            min={LEAST}
            max={MOST}
            step={1}
            value={least}
            aria-valuetext={percent}
            onChange={(event) => onLeast(Number(event.target.value))}
          />
          <span className={styles.soft} role="status">
            {t('suggestions.marked', { count: ticked.length, total })}
          </span>
          <Button
            variant="primary"
            icon={Check}
            isPending={isPending}
            disabled={ticked.length === 0}
            onClick={onAccept}
          >
            {ticked.length === 0
              ? t('suggestions.acceptNone')
              : t('suggestions.accept', { count: ticked.length })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function State({ label, coverage }: { label: string; coverage: CoverageView }) {
  const { t } = useText()
  const format = useFormat()
  const ratio = coverageRatio(coverage)
  const left = t('allocation.resourcesLeft', { count: coverage.resourcesLeft })
  const words =
    ratio === null
      ? t('common.noData')
      : t('suggestions.state', { percent: format.percent(ratio, { digits: 0 }), left })
  return (
    <div className={styles.state}>
      <span className={styles.soft}>{label}</span>
      <span className={styles.words}>{words}</span>
      <ProgressBar label={label} ratio={Number(ratio ?? 0)} tone="ok" valueText={words} />
    </div>
  )
}
