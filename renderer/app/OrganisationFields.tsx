import { useMemo } from 'react'
import { listCurrencies } from '#renderer/i18n/currency-options.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { listZones } from '#renderer/i18n/zones.ts'
import { Select } from '#renderer/ui/Select.tsx'
import type { Currency } from '#shared/lib/currency.ts'

type Props = {
  currency: Currency
  timeZone: string
  onCurrency: (currency: Currency) => void
  onTimeZone: (timeZone: string) => void
  isDisabled?: boolean
}

/** Currency and time zone of an organisation: asked when it is created, changed in the settings. */
export function OrganisationFields({
  currency,
  timeZone,
  onCurrency,
  onTimeZone,
  isDisabled = false,
}: Props) {
  const { t, language } = useText()
  const zones = useMemo(
    () =>
      listZones(language, timeZone, Date.now()).map(({ value, label, isRussian }) => ({
        value,
        label,
        group: t(isRussian ? 'people.russianZones' : 'people.otherZones'),
      })),
    [language, timeZone, t],
  )
  return (
    <>
      <Select
        label={t('people.currency')}
        value={currency}
        options={listCurrencies(language)}
        onChange={onCurrency}
        isDisabled={isDisabled}
      />
      <Select
        label={t('people.timeZone')}
        value={timeZone}
        options={zones}
        onChange={onTimeZone}
        isDisabled={isDisabled}
      />
    </>
  )
}
