import { useText } from '#renderer/i18n/use-text.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'

type Props = {
  /** Null: each currency by itself. */
  value: Currency | null
  /** Of the organisation. */
  own: Currency
  onChange: (currency: Currency | null) => void
}

export function CurrencyField({ value, own, onChange }: Props) {
  const { t } = useText()
  const offered = [...new Set([own, ...(value === null ? [] : [value])])]
  return (
    <Select<string>
      label={t('reportBuilder.currency')}
      value={value ?? ''}
      options={[
        { value: '', label: t('reportBuilder.currencyOwn') },
        ...offered.map((currency) => ({
          value: currency as string,
          label: t('reportBuilder.currencyIn', { currency }),
        })),
      ]}
      onChange={(picked) => onChange(isCurrency(picked) ? picked : null)}
    />
  )
}
