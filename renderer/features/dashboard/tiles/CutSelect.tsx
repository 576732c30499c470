import { useText } from '#renderer/i18n/use-text.ts'
import { Select } from '#renderer/ui/Select.tsx'
import type { CostDimension, ViewSpec } from '#shared/contract/costs.ts'
import { useKnown } from './use-known.ts'

type Props = {
  title: string
  spec: ViewSpec
  /** The grouping of the view itself. */
  own: readonly CostDimension[]
  onCut: (cut: CostDimension | null) => void
}

const USUAL: readonly CostDimension[] = ['provider', 'connection', 'service', 'resource']

/** Another grouping of the same costs, for as long as the address has it. */
export function CutSelect({ title, spec, own, onCut }: Props) {
  const { t } = useText()
  const { nameOf } = useKnown()
  const [first] = own
  const [now] = spec.groupBy
  if (own.length !== 1 || first === undefined || now === undefined) return null
  const options = [...new Set([first, ...USUAL, now])]
  return (
    <Select
      size="sm"
      label={`${title}: ${t('views.tile.by')}`}
      isLabelHidden
      value={now}
      options={options.map((value) => ({ value, label: nameOf(value) }))}
      onChange={(value) => onCut(value === first ? null : value)}
    />
  )
}
