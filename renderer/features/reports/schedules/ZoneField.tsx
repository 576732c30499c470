import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { listZones } from '#renderer/i18n/zones.ts'
import { Select } from '#renderer/ui/Select.tsx'

type Props = { value: string; onChange: (timeZone: string) => void }

export function ZoneField({ value, onChange }: Props) {
  const { t, language } = useText()
  const zones = useMemo(() => listZones(language, value, Date.now()), [language, value])
  return <Select<string> label={t('reports.zone')} value={value} options={zones} onChange={onChange} />
}
