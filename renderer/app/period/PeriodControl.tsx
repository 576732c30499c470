import { useText } from '#renderer/i18n/use-text.ts'
import type { Day } from '#shared/lib/day.ts'
import { periodPresets } from '#shared/lib/period.ts'
import { CustomDates } from './CustomDates.tsx'
import { PeriodMenu } from './PeriodMenu.tsx'
import type { PeriodChoice } from './period-view.ts'
import type { PeriodState } from './use-period.ts'

type Choice = { period: PeriodChoice['preset']; from: string; to: string }

type Props = { state: PeriodState; today: Day; onChange: (choice: Choice) => void }

const presets = periodPresets.filter((preset) => preset !== 'custom')

/** The period of a page. */
export function PeriodControl({ state, today, onChange }: Props) {
  const { t } = useText()
  return (
    <PeriodMenu
      chosen={t(`period.${state.preset}`)}
      words={state.words}
      presets={presets}
      labelOf={(preset) => t(`period.${preset}`)}
      onPick={(period) => onChange({ period, from: '', to: '' })}
      side="bottom-end"
      dates={(leave) => (
        <CustomDates
          from={state.period.from}
          to={state.period.to}
          today={today}
          onApply={(from, to) => {
            leave()
            onChange({ period: 'custom', from, to })
          }}
        />
      )}
    />
  )
}
