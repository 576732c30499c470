import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Select } from '#renderer/ui/Select.tsx'

type Props = { value: string | null; onChange: (hierarchyId: string | null) => void }

export function HierarchyField({ value, onChange }: Props) {
  const { t } = useText()
  const { data } = useCall('hierarchies.list', {})
  const items = data?.items ?? []
  const isGone = value !== null && data !== undefined && !items.some(({ id }) => id === value)
  return (
    <Select<string>
      label={t('reportBuilder.hierarchy')}
      value={value ?? ''}
      options={[
        { value: '', label: t('reportBuilder.hierarchyFirst') },
        ...items.map(({ id, name }) => ({ value: id, label: name })),
        ...(isGone ? [{ value, label: t('costs.dimension.gone') }] : []),
      ]}
      onChange={(picked) => onChange(picked === '' ? null : picked)}
    />
  )
}
