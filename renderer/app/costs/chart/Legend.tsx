import { useText } from '#renderer/i18n/use-text.ts'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import { colorOf } from './chart-words.ts'
import styles from './Legend.module.css'
import type { Figures, Part } from './view.ts'

type Props = {
  parts: readonly Part[]
  hidden: readonly string[]
  theme: ChartTheme
  figures: Figures
  /** What the dashed lines are, where they are drawn. */
  before: { label: string; amount: string } | null
  budget: { label: string; amount: string } | null
  onToggle: (id: string) => void
}

/** Each part with its total; a press hides it from the chart. */
export function Legend({ parts, hidden, theme, figures, before, budget, onToggle }: Props) {
  const { t } = useText()
  return (
    <div className={styles.legend}>
      <ul className={styles.items} aria-label={t('explorer.legend')}>
        {parts.map((part) => {
          const isShown = !hidden.includes(part.id)
          return (
            <li key={part.id} className={styles.entry}>
              <button
                type="button"
                className={styles.item}
                aria-pressed={isShown}
                title={`${part.label}: ${figures.exact(part.total)}`}
                onClick={() => onToggle(part.id)}
              >
                <span
                  className={styles.mark}
                  style={{ background: isShown ? colorOf(theme, part) : 'transparent' }}
                />
                <span className={styles.name}>{part.label}</span>
                <data value={part.total} className={styles.amount}>
                  {figures.compact(part.total)}
                </data>
              </button>
            </li>
          )
        })}
        {before ? (
          <li className={styles.line}>
            <span className={styles.dashes} aria-hidden />
            {before.label}: {figures.exact(before.amount)}
          </li>
        ) : null}
        {budget ? (
          <li className={styles.line}>
            <span className={styles.dashes} data-kind="budget" aria-hidden />
            {budget.label}: {figures.exact(budget.amount)}
          </li>
        ) : null}
      </ul>
    </div>
  )
}
