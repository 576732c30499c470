import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { Pick } from './Pick.tsx'

type Props = { spec: ViewSpec; onChange: (patch: Partial<ViewSpec>) => void }

const PLAIN = ['none', 'previous', 'lastYear'] as const
const BUDGET = 'budget:'

/** What the period is held against: days before, or one of the budgets. */
export function ComparisonPick({ spec, onChange }: Props) {
  const { t } = useText()
  const { data } = useCall('budgets.list', {})
  const budgets = data?.items ?? []
  const value = spec.comparison === 'budget' ? `${BUDGET}${spec.budgetId ?? ''}` : spec.comparison
  const isGone = spec.comparison === 'budget' && !budgets.some(({ id }) => id === spec.budgetId)
  return (
    <Pick
      label={t('explorer.comparison')}
      value={value}
      options={[
        ...PLAIN.map((each) => ({ value: each as string, label: t(`explorer.against.${each}`) })),
        ...budgets.map(({ id, name }) => ({
          value: `${BUDGET}${id}`,
          label: t('explorer.against.budget', { name }),
        })),
        ...(isGone ? [{ value, label: t('explorer.against.noBudget') }] : []),
      ]}
      onChange={(picked) => {
        const plain = PLAIN.find((each) => each === picked)
        onChange(
          plain
            ? { comparison: plain, budgetId: null }
            : { comparison: 'budget', budgetId: picked.slice(BUDGET.length) },
        )
      }}
    />
  )
}
