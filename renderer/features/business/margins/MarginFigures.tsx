import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import styles from '../business.module.css'
import type { Margins, MarginsBy } from './view.ts'

type Props = { by: MarginsBy; margins: Margins; hasPrices: boolean }

/** Totals of all parts. */
export function MarginFigures({ by, margins: { totals, currency }, hasPrices }: Props) {
  const { t } = useText()
  const format = useFormat()
  const figure = (label: string, amount: string | null, note?: string | null) => (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className={styles.figure}>
          {amount === null ? '—' : <Amount money={{ amount, currency }} />}
        </span>
        {note ? <span className={styles.soft}>{note}</span> : null}
      </dd>
    </div>
  )
  const percent = totals.marginRatio === null ? null : format.percent(totals.marginRatio)
  return (
    <Card>
      <dl className={styles.figures}>
        {figure(t('margins.cost'), totals.cost)}
        {hasPrices ? figure(t(by === 'clients' ? 'margins.price' : 'margins.revenue'), totals.price) : null}
        {hasPrices
          ? figure(
              t('margins.margin'),
              totals.margin,
              percent && t(by === 'clients' ? 'margins.ofPrice' : 'margins.ofRevenue', { percent }),
            )
          : null}
        {hasPrices
          ? figure(t(by === 'clients' ? 'margins.unpriced' : 'margins.withoutRevenue'), totals.unpriced)
          : null}
      </dl>
    </Card>
  )
}
