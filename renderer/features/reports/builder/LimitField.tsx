import { useText } from '#renderer/i18n/use-text.ts'
import { Select } from '#renderer/ui/Select.tsx'

type Props = { value: number | null; onChange: (limit: number | null) => void }

const LIMITS = [5, 10, 15, 20, 50, 100, 500, 1000]

/** How many rows a table has at most. */
export function LimitField({ value, onChange }: Props) {
  const { t } = useText()
  const offered = value === null || LIMITS.includes(value) ? LIMITS : [...LIMITS, value].sort((a, b) => a - b)
  return (
    <Select<string>
      label={t('reportBuilder.limit')}
      value={value === null ? '' : String(value)}
      options={[
        { value: '', label: t('reportBuilder.limitAll') },
        ...offered.map((count) => ({
          value: String(count),
          label: t('reportBuilder.limitFirst', { count }),
        })),
      ]}
      onChange={(picked) => onChange(picked === '' ? null : Number(picked))}
    />
  )
}
