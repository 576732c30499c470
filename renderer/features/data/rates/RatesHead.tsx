import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useSession } from '#renderer/app/use-session.ts'
import { listCurrencies } from '#renderer/i18n/currency-options.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import { firstDay, monthOf, moveSpan } from '../months.ts'
import styles from './rates.module.css'
import { type RatesView, withCurrency } from './view.ts'

type Props = {
  month: string
  data: RatesView
  onMonth: (month: string) => void
  onShow: (currencies: Currency[]) => void
}

/** The month, and one more currency for the table. */
export function RatesHead({ month, data, onMonth, onShow }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { today } = useSession()
  const options = listCurrencies(language).filter(
    ({ value }) => value !== 'RUB' && !data.currencies.includes(value),
  )
  return (
    <>
      <div className={styles.mover}>
        <IconButton
          icon={ChevronLeft}
          size="sm"
          label={t('rates.previousMonth')}
          onClick={() => onMonth(moveSpan(month, -1))}
        />
        <span className={styles.span} role="status" aria-label={t('rates.month')}>
          {format.month(firstDay(month))}
        </span>
        <IconButton
          icon={ChevronRight}
          size="sm"
          label={t('rates.nextMonth')}
          disabled={month >= monthOf(today)}
          onClick={() => onMonth(moveSpan(month, 1))}
        />
      </div>
      <Combobox
        label={t('rates.addCurrency')}
        value={null}
        options={options}
        onChange={(value) => {
          if (value !== null && isCurrency(value)) onShow(withCurrency(data.currencies, value))
        }}
      />
    </>
  )
}
