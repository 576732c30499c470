import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import type { Day } from '#shared/lib/day.ts'
import { firstDay, monthOf, moveSpan } from '../months.ts'
import styles from './coverage.module.css'

type Props = { span: string; today: Day; onSpan: (span: string) => void }

/** A month by days or a year by months, and the way to the ones before and after. */
export function CoverageHead({ span, today, onSpan }: Props) {
  const { t } = useText()
  const format = useFormat()
  const isYear = span.length === 4
  const isLast = isYear ? span >= today.slice(0, 4) : span >= monthOf(today)
  return (
    <>
      <div className={styles.mover}>
        <IconButton
          icon={ChevronLeft}
          size="sm"
          label={t(isYear ? 'data.previousYear' : 'data.previousMonth')}
          onClick={() => onSpan(moveSpan(span, -1))}
        />
        <span className={styles.span} role="status">
          {isYear ? span : format.month(firstDay(span))}
        </span>
        <IconButton
          icon={ChevronRight}
          size="sm"
          label={t(isYear ? 'data.nextYear' : 'data.nextMonth')}
          disabled={isLast}
          onClick={() => onSpan(moveSpan(span, 1))}
        />
      </div>
      <Segmented
        size="sm"
        label={t('data.coverageView')}
        value={isYear ? 'year' : 'month'}
        options={(['month', 'year'] as const).map((value) => ({
          value,
          label: t(`data.coverageView.${value}`),
        }))}
        onChange={(view) => {
          if (view === 'year') onSpan(span.slice(0, 4))
          else onSpan(span === today.slice(0, 4) ? monthOf(today) : `${span.slice(0, 4)}-12`)
        }}
      />
    </>
  )
}
