import { Link } from 'wouter'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { gapsByAccount, type SpendGap } from '../spend-gaps.ts'
import styles from './SpendGaps.module.css'

/** As many accounts, and gaps of one, as a legend has room for; the page of data has them all. */
const MOST_ACCOUNTS = 3
const MOST_RANGES = 2

/** What the hatching means: which accounts have no data, and for which days. */
type Props = { bins: readonly DayRange[]; gaps: readonly SpendGap[] }

export function SpendGaps({ bins, gaps }: Props) {
  const { t } = useText()
  const format = useFormat()
  const [first, last] = [bins[0], bins.at(-1)]
  if (!first || !last) return null
  const accounts = gapsByAccount(gaps, { from: first.from, to: last.to })
  if (accounts.length === 0) return null
  const words = accounts.slice(0, MOST_ACCOUNTS).map(({ name, ranges }) => {
    const shown = ranges.slice(0, MOST_RANGES).map(({ from, to }) => format.dayRange(from, to))
    return `${name}, ${shown.join(', ')}${ranges.length > MOST_RANGES ? '…' : ''}`
  })
  const rest = accounts.length - MOST_ACCOUNTS
  return (
    <span className={styles.before}>
      <span className={styles.hatch} aria-hidden />
      <span>
        {t('dashboard.spend.missing', { names: words.join('; ') })}
        {rest > 0 ? ` ${t('dashboard.spend.missingMore', { count: rest })}` : ''}{' '}
        <Link href="/data?tab=coverage">{t('dashboard.spend.toCoverage')}</Link>
      </span>
    </span>
  )
}
