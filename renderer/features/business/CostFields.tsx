import { useText } from '#renderer/i18n/use-text.ts'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { vatModes } from '#shared/contract/costs.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type BusinessUrl, costMetrics, type SetUrl } from './url.ts'

type Props = {
  url: BusinessUrl
  onChange: SetUrl
  answer: { currency: Currency; currencies: readonly Currency[] } | undefined
}

/** Which costs count, with or without the tax, in which of their currencies. */
export function CostFields({ url, onChange, answer }: Props) {
  const { t } = useText()
  return (
    <>
      <Select
        label={t('business.metric.label')}
        value={url.metric}
        options={costMetrics.map((value) => ({ value, label: t(`business.metric.${value}`) }))}
        onChange={(metric) => onChange({ metric })}
      />
      <Select
        label={t('business.vat.label')}
        value={url.vat}
        options={vatModes.map((value) => ({ value, label: t(`business.vat.${value}`) }))}
        onChange={(vat) => onChange({ vat })}
      />
      {answer && answer.currencies.length > 1 ? (
        <Segmented
          label={t('business.currency')}
          value={answer.currency}
          options={answer.currencies.map((value) => ({ value, label: value }))}
          onChange={(currency) => onChange({ currency })}
        />
      ) : null}
    </>
  )
}
