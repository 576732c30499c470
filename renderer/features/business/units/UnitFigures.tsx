import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Delta } from '#renderer/ui/Delta.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import styles from '../business.module.css'
import { formatUnitMoney } from '../unit-money.ts'
import { useBinWords } from './use-bin-words.ts'
import { knownOf, lastKnown, signOf, type UnitCosts } from './view.ts'

const DIRECTIONS = { '-1': 'down', '0': 'flat', '1': 'up' } as const

/** The few figures that are looked for first. */
export function UnitFigures({ series, costs }: { series: SeriesView; costs: UnitCosts }) {
  const { t, language } = useText()
  const format = useFormat()
  const words = useBinWords()
  const last = lastKnown(costs.bins)
  const money = (amount: string): string => formatUnitMoney(amount, costs.currency, language)
  return (
    <Card>
      <dl className={styles.figures}>
        <div>
          <dt>{t('business.units.mean')}</dt>
          <dd>
            <data className={styles.figure} value={costs.mean ?? ''}>
              {costs.mean === null ? '—' : money(costs.mean)}
            </data>
            <span className={styles.soft}>{t('business.units.perUnit', { unit: series.unit })}</span>
          </dd>
        </div>
        <div>
          <dt>{t('business.units.last')}</dt>
          <dd>
            <data className={styles.figure} value={last?.unitCost ?? ''}>
              {last?.unitCost ? money(last.unitCost) : '—'}
            </data>
            <span className={styles.soft}>{last ? words.long(last) : '\u00a0'}</span>
          </dd>
        </div>
        <div>
          <dt>{t('business.units.trend')}</dt>
          <dd>
            <span className={styles.figure}>
              {costs.trendRatio === null ? (
                '—'
              ) : (
                <Delta direction={DIRECTIONS[signOf(costs.trendRatio)]}>
                  {format.percent(costs.trendRatio, { sign: true })}
                </Delta>
              )}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('business.units.known')}</dt>
          <dd>
            <span className={styles.figure}>
              {t('business.units.knownOf', { known: knownOf(costs.bins), count: costs.bins.length })}
            </span>
          </dd>
        </div>
      </dl>
    </Card>
  )
}
