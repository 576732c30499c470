import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Select } from '#renderer/ui/Select.tsx'

type Props = { value: string; except?: string; error?: string | undefined; onChange: (id: string) => void }

/** The document that a correction changes. */
export function CorrectsField({ value, except, error, onChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { data } = useCall('acts.list', { limit: 500 })
  const choices = (data?.items ?? []).filter(({ id, kind }) => kind !== 'correction' && id !== except)
  return (
    <Select
      label={t('acts.correctsWhich')}
      value={value}
      error={error}
      options={[
        { value: '', label: t('acts.correctsNone') },
        ...choices.map((act) => ({
          value: act.id,
          label: t('acts.paysChoice', {
            number: act.number,
            day: format.day(act.day),
            amount: format.money({ amount: act.total, currency: act.currency }),
          }),
        })),
      ]}
      onChange={onChange}
    />
  )
}
