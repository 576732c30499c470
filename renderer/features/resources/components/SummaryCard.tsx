import { ArrowRight, CircleHelp, Ghost, Unlink } from 'lucide-react'
import { Link } from 'wouter'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { type ResourceMark, resourceMarks, resourceStatuses } from '#shared/contract/resources.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { statusTone } from '../view.ts'
import styles from './SummaryCard.module.css'
import { Sums } from './Sums.tsx'

type Props = {
  data: CallOutput<'resources.list'>
  mark: ResourceMark | null
  /** What "for the period" means, in words. */
  range: string
  isBusy: boolean
  onMark: (mark: ResourceMark | null) => void
}

const ICONS = { zombie: Ghost, orphan: Unlink, unrecognised: CircleHelp } as const

/** Everything that the filter keeps, in figures, and what in it deserves a look. */
export function SummaryCard({ data, mark, range, isBusy, onMark }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { totals, facets } = data
  const marks = resourceMarks.flatMap((name) => {
    const count = facets.mark.find((entry) => entry.value === name)?.count ?? 0
    return count > 0 || mark === name ? [{ name, count }] : []
  })
  const statuses = resourceStatuses.filter((status) => (totals.byStatus[status] ?? 0) > 0)
  return (
    <section className={styles.card} aria-label={t('resources.summary')} data-stale={isBusy ? '' : undefined}>
      <dl className={styles.figures}>
        <div>
          <dt className={styles.label}>{t('resources.total')}</dt>
          <dd className={styles.figure}>{format.number(data.total)}</dd>
        </div>
        <Cost label={t('resources.col.dailyCost')} amounts={totals.dailyCost} isMain />
        <Cost label={t('resources.col.monthlyCost')} amounts={totals.monthlyCost} />
        <Cost label={t('resources.spendIn', { range })} amounts={totals.spend} />
      </dl>
      <ul className={styles.statuses} aria-label={t('resources.by.status')}>
        {statuses.map((status) => (
          <li key={status} className={styles.status} data-tone={statusTone(status)}>
            <span className={styles.dot} aria-hidden />
            {t(`resources.count.${status}`, { count: totals.byStatus[status] ?? 0 })}
          </li>
        ))}
      </ul>
      {marks.length === 0 ? null : (
        <div className={styles.marks}>
          {marks.map(({ name, count }) => (
            <Chip
              key={name}
              icon={ICONS[name]}
              tone={name === 'zombie' ? 'bad' : 'warn'}
              count={count}
              isPressed={mark === name}
              onPress={() => onMark(mark === name ? null : name)}
            >
              {t(`resources.marked.${name}`)}
            </Chip>
          ))}
          {marks.some(({ name }) => name === 'unrecognised') ? (
            <Link href="/unrecognised" className={styles.link}>
              {t('resources.toUnrecognised')}
              <ArrowRight size={14} aria-hidden />
            </Link>
          ) : null}
        </div>
      )}
    </section>
  )
}

function Cost({
  label,
  amounts,
  isMain = false,
}: {
  label: string
  amounts: readonly MoneyView[]
  isMain?: boolean
}) {
  return (
    <div data-main={isMain ? '' : undefined}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.figure}>
        <Sums amounts={amounts} />
      </dd>
    </div>
  )
}
