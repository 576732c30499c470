import { RateNote } from '#renderer/app/rates/RateNote.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { type LedgerFilterInput, ledgerMetrics } from '#shared/contract/ledger.ts'
import styles from './LedgerTotals.module.css'

type Props = { filter: LedgerFilterInput; isBusy: boolean }

/** What the filter keeps, exact, each currency by itself; FOCUS's four costs side by side. */
export function LedgerTotals({ filter, isBusy }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { currency: own } = useSession()
  const { data, error, isPlaceholderData } = useCall('ledger.getTotals', { filter })
  // The page tells the same of the list below.
  if (error && !data) return null
  if (!data)
    return (
      <div aria-busy="true">
        <Skeleton height={78} radius={10} />
      </div>
    )
  const isStale = isBusy || isPlaceholderData
  const totals = data.totals.length > 0 ? data.totals : [{ ...NOTHING, currency: own }]
  return (
    <section className={styles.card} aria-label={t('ledger.totals')} data-stale={isStale ? '' : undefined}>
      <dl className={styles.lines}>
        <dt className={styles.label}>{t('ledger.lines')}</dt>
        <dd className={styles.figure}>{format.number(data.lines)}</dd>
      </dl>
      <div className={styles.sums}>
        <table className={styles.table}>
          <thead>
            <tr>
              {ledgerMetrics.map((cost) => (
                <th key={cost} scope="col" className={styles.label}>
                  {t(`ledger.${cost}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.map(({ currency, ...total }) => (
              <tr key={currency}>
                {ledgerMetrics.map((cost) => (
                  <td key={cost} className={cost === 'billed' ? styles.figure : styles.amount}>
                    <Amount money={{ amount: total[cost], currency }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {data.totals.some(({ currency }) => currency !== own) ? <Converted filter={filter} /> : null}
      </div>
    </section>
  )
}

const NOTHING = { billed: '0', effective: '0', list: '0', contracted: '0' }

/** All currencies together, where every day has a rate: how that came about stands beside it. */
function Converted({ filter }: { filter: LedgerFilterInput }) {
  const { t } = useText()
  const { currency } = useSession()
  const { data } = useCall('ledger.getTotals', { filter, convertTo: currency })
  if (!data?.converted) return null
  const { billed } = data.converted
  return (
    <div className={styles.together}>
      <p className={styles.sum}>
        <span className={styles.label}>{t('ledger.together')}</span>
        {billed ? <Amount money={billed} /> : '—'}
      </p>
      <RateNote converted={data.converted} />
    </div>
  )
}
