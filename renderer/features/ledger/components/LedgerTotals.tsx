import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { LedgerFilterInput } from '#shared/contract/ledger.ts'
import styles from './LedgerTotals.module.css'

type Props = { filter: LedgerFilterInput; isBusy: boolean }

const costs = ['effective', 'list', 'contracted'] as const

/** What the filter keeps, exact, each currency by itself; FOCUS's four costs side by side. */
export function LedgerTotals({ filter, isBusy }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { data, isPlaceholderData } = useCall('ledger.getTotals', { filter })
  if (!data) return <Skeleton height={78} radius={10} />
  const isStale = isBusy || isPlaceholderData
  return (
    <section className={styles.card} aria-label={t('ledger.totals')} data-stale={isStale ? '' : undefined}>
      <dl className={styles.lines}>
        <dt className={styles.label}>{t('ledger.lines')}</dt>
        <dd className={styles.figure}>{format.number(data.lines)}</dd>
      </dl>
      <div className={styles.currencies}>
        {data.totals.map(({ currency, billed, ...total }) => (
          <dl key={currency} className={styles.currency}>
            <div>
              <dt className={styles.label}>{t('ledger.billed')}</dt>
              <dd className={styles.figure}>
                <Amount money={{ amount: billed, currency }} />
              </dd>
            </div>
            {costs.map((cost) => (
              <div key={cost}>
                <dt className={styles.label}>{t(`ledger.${cost}`)}</dt>
                <dd className={styles.amount}>
                  <Amount money={{ amount: total[cost], currency }} />
                </dd>
              </div>
            ))}
          </dl>
        ))}
        {data.totals.length > 1 ? <Converted filter={filter} /> : null}
      </div>
    </section>
  )
}

/** All currencies together, where every day has a rate: how that came about stands beside it. */
function Converted({ filter }: { filter: LedgerFilterInput }) {
  const { t } = useText()
  const { currency } = useSession()
  const { data } = useCall('ledger.getTotals', { filter, convertTo: currency })
  if (!data?.converted) return null
  const { billed } = data.converted
  return (
    <dl className={styles.currency}>
      <div>
        <dt className={styles.label}>{t('ledger.together')}</dt>
        <dd className={styles.figure}>{billed ? <Amount money={billed} /> : '—'}</dd>
      </div>
    </dl>
  )
}
