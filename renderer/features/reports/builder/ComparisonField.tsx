import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Select } from '#renderer/ui/Select.tsx'
import type { ViewSpec } from '#shared/contract/costs.ts'

type Props = { view: ViewSpec; onChange: (patch: Partial<ViewSpec>) => void }

const PLAIN = ['none', 'previous', 'lastYear'] as const
const BUDGET = 'budget:'

/** What a view is held against: days before, or one of the budgets. */
export function ComparisonField({ view, onChange }: Props) {
  const { t } = useText()
  const { data } = useCall('budgets.list', {})
  const budgets = data?.items ?? []
  const isBudget = view.comparison === 'budget'
  const value = isBudget ? `${BUDGET}${view.budgetId ?? ''}` : view.comparison
  return (
    <Select<string>
      label={t('reportBuilder.comparison')}
      value={value}
      options={[
        ...PLAIN.map((each) => ({ value: each, label: t(`reportBuilder.comparison.${each}`) })),
        ...budgets.map(({ id, name }) => ({
          value: `${BUDGET}${id}`,
          label: t('reportBuilder.comparison.budget', { name }),
        })),
        ...(isBudget && !budgets.some(({ id }) => id === view.budgetId)
          ? [{ value, label: t('reportBuilder.comparison.noBudget') }]
          : []),
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
