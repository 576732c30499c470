import { formatRate } from '#renderer/i18n/format-rate.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { RateView } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import styles from './rates.module.css'
import { useTold } from './use-told.ts'
import { marksOf } from './view.ts'

type Props = { rate: RateView | null; day: Day; currency: Currency; nominal: number | null }

/** A rate; paler where it was set for an earlier day, marked where it is not the Bank's. */
export function RateCell({ rate, day, currency, nominal }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const told = useTold()
  if (rate === null)
    return (
      <span className={styles.none} title={t('rates.noneOf', { currency, day: format.day(day) })}>
        {t('rates.none')}
      </span>
    )
  const { isEarlier, isMarked } = marksOf(rate, day)
  const setOn = isEarlier ? t('rates.setOn', { day: format.day(rate.day) }) : null
  const words = [setOn, told(rate), rate.source === 'manual' ? rate.note : null].filter(
    (part) => part !== null,
  )
  return (
    <span className={isEarlier ? styles.pale : undefined} title={words.join('\n')}>
      {isMarked ? <span className={styles.mark} data-source={rate.source} aria-hidden /> : null}
      {formatRate(rate.value, language)}
      {rate.nominal === nominal ? null : ` / ${format.number(rate.nominal)}`}
      {isMarked || setOn ? <span className="visually-hidden">{` ${words.join(', ')}`}</span> : null}
    </span>
  )
}
