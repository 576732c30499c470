import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { currencies } from '#shared/lib/currency.ts'
import styles from './Grid.module.css'
import { type CopyState, MOST_COPIED_ROWS } from './use-copy.ts'
import { MOST_SUMMED_ROWS, type SumState } from './use-sums.ts'

type Props = {
  count: number
  isFocused: boolean
  opens: boolean
  copy: CopyState | null
  sums: SumState | null
}

/** Sums of so many units stand side by side; more would be a table of their own. */
const MOST_UNITS = 3
const MOST_PLACES = 15

const WHY_NONE = { summing: 'grid.summing', tooMany: 'grid.tooManySums', failed: 'grid.failed' } as const

/** The line under a grid, as a spreadsheet has it: how many rows, and what the selected figures add up to. */
export function GridStatus({ count, isFocused, opens, copy, sums }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <div className={styles.status}>
      <p role="status">{copy === null ? t('grid.rows', { count }) : copyWords(copy, t)}</p>
      {sums ? (
        <Sums sums={sums} t={t} format={format} />
      ) : isFocused ? (
        <p>{t(opens ? 'grid.keysOpen' : 'grid.keys')}</p>
      ) : null}
    </div>
  )
}

function Sums({ sums, t, format }: { sums: SumState; t: Translate; format: Format }) {
  if (sums.at !== 'sums') return <p>{t(WHY_NONE[sums.at], { most: MOST_SUMMED_ROWS })}</p>
  const { filled, units } = sums.sums
  // Money before quantities: of many units it alone is worth the room.
  const money = units.filter(({ unit }) => currencies.some((each) => each === unit))
  const shown = units.length <= MOST_UNITS ? units : money.length <= MOST_UNITS ? money : []
  const figure = (amount: string, unit: string) => (
    <b>
      <data value={amount}>{figureText(amount, unit, format)}</data>
    </b>
  )
  return (
    <div className={styles.sums} role="status">
      <span>
        {t('grid.filled')} <b>{format.number(filled)}</b>
      </span>
      {units.length > 0 && shown.length === 0 ? <span>{t('grid.manyUnits')}</span> : null}
      {shown.map(({ unit, sum, average, count }) => (
        <span key={unit}>
          {count > 1 ? (
            <>
              {t('grid.average')} {figure(average, unit)}
              {' · '}
            </>
          ) : null}
          {t('grid.sum')} {figure(sum, unit)}
        </span>
      ))}
    </div>
  )
}

function figureText(amount: string, unit: string, format: Format): string {
  const exact = format.number(amount, MOST_PLACES)
  const currency = currencies.find((each) => each === unit)
  if (!currency) return unit === '' ? exact : `${exact} ${unit}`
  const money = format.money({ amount, currency })
  // What is less than a kopeck is not nothing.
  return /[1-9]/.test(amount) && !/[1-9]/.test(money) ? `${exact} ${currency}` : money
}

function copyWords(copy: CopyState, t: Translate): string {
  switch (copy.at) {
    case 'copied':
      return t('grid.copied', { count: copy.cells })
    case 'gathering':
      return t('grid.gathering')
    case 'again':
      return t('grid.again')
    case 'tooMany':
      return t('grid.tooManyCopied', { most: MOST_COPIED_ROWS })
    case 'failed':
      return t('grid.failed')
  }
}
