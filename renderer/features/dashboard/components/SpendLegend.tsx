import type { PeriodState } from '#renderer/app/period/use-period.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type ChartTheme, seriesColor } from '#renderer/ui/chart/chart-theme.ts'
import type { BinnedSpend } from '../spend-bins.ts'
import type { SpendWords } from '../spend-chart.ts'
import { capitalised, type SpendTable, sumOf, whyNoChange } from '../view.ts'
import { SpendGaps } from './SpendGaps.tsx'
import styles from './SpendLegend.module.css'

type Props = {
  spend: BinnedSpend
  table: SpendTable
  theme: ChartTheme
  hidden: readonly string[]
  words: SpendWords
  period: PeriodState
  onToggle: (key: string) => void
}

/** Each part with its total; a press hides it from the chart and from the total. */
export function SpendLegend({ spend, table, theme, hidden, words, period, onToggle }: Props) {
  const { t } = useText()
  return (
    <div className={styles.legend}>
      <ul className={styles.items} aria-label={t('dashboard.spend.legend')}>
        {spend.groups.map((group, rank) => {
          const isShown = !hidden.includes(group.key)
          return (
            <li key={group.key}>
              <button
                type="button"
                className={styles.item}
                aria-pressed={isShown}
                onClick={() => onToggle(group.key)}
              >
                <span
                  className={styles.mark}
                  style={{ background: isShown ? seriesColor(theme, rank, group.key) : 'transparent' }}
                />
                <span className={styles.name}>{group.label}</span>
                <data value={group.total} className={styles.amount}>
                  {words.money(group.total)}
                </data>
              </button>
            </li>
          )
        })}
      </ul>
      <p className={styles.totals}>
        <span className={styles.total}>
          {words.total}
          {table.isPartial ? ` (${t('dashboard.spend.partial')})` : ''}{' '}
          <data value={table.total}>{words.money(table.total)}</data>
        </span>
        {table.before.length > 0 ? (
          <span className={styles.before}>
            <span className={styles.dashes} aria-hidden />
            {words.before}, {period.compared}: {words.money(sumOf(table.before))}
          </span>
        ) : null}
        <SpendGaps spend={spend} />
        {spend.comparison === 'whole' ? null : (
          <span className={styles.before}>
            {spend.comparison === 'noFullDay'
              ? capitalised(whyNoChange(spend.comparison, period.noFullDay, t))
              : t(`dashboard.spend.${spend.comparison}`, { range: period.compared })}
          </span>
        )}
      </p>
    </div>
  )
}
