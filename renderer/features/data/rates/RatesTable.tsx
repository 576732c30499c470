import { X } from 'lucide-react'
import { useSession } from '#renderer/app/use-session.ts'
import { formatRate } from '#renderer/i18n/format-rate.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { Currency } from '#shared/lib/currency.ts'
import { weekdayOf } from '#shared/lib/day.ts'
import { firstDay, monthOf } from '../months.ts'
import { RateCell } from './RateCell.tsx'
import styles from './rates.module.css'
import { daysDown, type RatesView } from './view.ts'

type Props = { data: RatesView; month: string; onShow: (currencies: Currency[]) => void }

/** Days down, currencies across, the month's averages at the foot. */
export function RatesTable({ data, month, onShow }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { today } = useSession()
  const isRunning = month === monthOf(today)
  return (
    <>
      <Table label={t('rates.table', { month: format.month(firstDay(month)) })} maxHeight={560}>
        <thead>
          <tr>
            <Th width={190}>{t('rates.day')}</Th>
            {data.months.map(({ currency, nominal }) => (
              <Th key={currency} align="end">
                <span className={styles.column}>
                  {t('rates.perUnits', { nominal: format.number(nominal ?? 1), currency })}
                  {data.wanted.includes(currency) || data.currencies.length === 1 ? null : (
                    <IconButton
                      icon={X}
                      size="sm"
                      label={t('rates.hideCurrency', { currency })}
                      onClick={() => onShow(data.currencies.filter((one) => one !== currency))}
                    />
                  )}
                </span>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {daysDown(data).map(({ day, rates }) => (
            <tr key={day}>
              <Td tone={weekdayOf(day) > 5 ? 'muted' : undefined}>{format.day(day)}</Td>
              {rates.map((rate, at) => {
                const column = data.months[at]
                return column ? (
                  <Td key={column.currency} align="end">
                    <RateCell rate={rate} day={day} currency={column.currency} nominal={column.nominal} />
                  </Td>
                ) : null
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Td>
              <span title={t('rates.averageHint')}>
                {t(isRunning ? 'rates.averageSoFar' : 'rates.average')}
              </span>
            </Td>
            {data.months.map(({ currency, average }) => (
              <Td key={currency} align="end">
                {average === null ? (
                  <span className={styles.none}>—</span>
                ) : (
                  <span title={formatRate(average, language)}>{formatRate(average, language, 4)}</span>
                )}
              </Td>
            ))}
          </tr>
        </tfoot>
      </Table>
      <ul className={styles.legend} aria-label={t('rates.legend')}>
        <li className={styles.pale}>{t('rates.legend.earlier')}</li>
        {(['manual', 'demo'] as const).map((source) => (
          <li key={source}>
            <span className={styles.mark} data-source={source} aria-hidden />
            {t(`rates.source.${source}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
