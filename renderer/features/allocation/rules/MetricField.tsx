import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Select } from '#renderer/ui/Select.tsx'

type Props = {
  by: string
  /** Only a series that is told by values of this tag can split its costs. */
  tagId: string | null
  onChange: (by: string) => void
}

/** In proportion to what shared costs are split. */
export function MetricField({ by, tagId, onChange }: Props) {
  const { t } = useText()
  const { data } = useCall('business.listSeries', {})
  const series = (data?.items ?? []).filter((each) => each.id === by || (each.tagId ?? '') === tagId)
  return (
    <Select
      label={t('allocation.by')}
      value={by}
      options={[
        { value: 'cost', label: t('allocation.byCost') },
        ...series.map(({ id, name, unit }) => ({
          value: id,
          label: t('allocation.bySeries', { name, unit }),
          group: t('allocation.bySeriesGroup'),
        })),
      ]}
      onChange={onChange}
    />
  )
}
