import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { listZones } from '#renderer/i18n/zones.ts'
import { Select } from '#renderer/ui/Select.tsx'

type Props = { value: string; onChange: (timeZone: string) => void }

export function ZoneSelect({ value, onChange }: Props) {
  const { t, language } = useText()
  const zones = useMemo(
    () =>
      listZones(language, value, Date.now()).map(({ value: zone, label, isRussian }) => ({
        value: zone,
        label,
        group: t(isRussian ? 'people.russianZones' : 'people.otherZones'),
      })),
    [language, value, t],
  )
  return <Select label={t('connect.plan.zone')} value={value} options={zones} onChange={onChange} />
}
