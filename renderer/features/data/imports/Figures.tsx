import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { ImportView, SummaryView } from '#shared/contract/imports.ts'
import { sumsByCurrency } from '../sums.ts'
import styles from './imports.module.css'

/** Rows in = kept + in quarantine, and what it comes to in each currency. */
export function Figures({ item, summary }: { item: ImportView; summary: SummaryView }) {
  const { t } = useText()
  const format = useFormat()
  const { rowsIn, rowsKept, rowsRejected } = item
  const values = {
    in: format.number(rowsIn),
    kept: format.number(rowsKept),
    rejected: format.number(rowsRejected),
  }
  return (
    <section className={styles.figures} aria-label={t('imports.equationLabel')}>
      <p className="visually-hidden">{t('imports.equation', values)}</p>
      <div className={styles.sum} aria-hidden>
        <Figure label={t('imports.rowsIn')} value={values.in} />
        <span className={styles.sign}>=</span>
        <Figure label={t('imports.rowsKept')} value={values.kept} />
        <span className={styles.sign}>+</span>
        <Figure
          label={t('imports.rowsRejected')}
          value={values.rejected}
          tone={rowsRejected > 0 ? 'warn' : undefined}
        />
      </div>
      <dl className={styles.money}>
        <dt className={styles.label}>{t('imports.totals')}</dt>
        {sumsByCurrency(summary.accounts).map(({ currency, billed, effective }) => (
          <dd key={currency} className={styles.amount}>
            <Amount money={{ amount: billed, currency }} />
            {effective === billed ? null : (
              <span className={styles.soft}>
                {t('imports.effective', { amount: format.money({ amount: effective, currency }) })}
              </span>
            )}
          </dd>
        ))}
      </dl>
    </section>
  )
}

function Figure({ label, value, tone }: { label: string; value: string; tone?: 'warn' | undefined }) {
  return (
    <div data-tone={tone}>
      <p className={styles.label}>{label}</p>
      <p className={styles.figure}>{value}</p>
    </div>
  )
}
