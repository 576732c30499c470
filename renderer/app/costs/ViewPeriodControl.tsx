import { CustomDates } from '#renderer/app/period/CustomDates.tsx'
import { PeriodMenu } from '#renderer/app/period/PeriodMenu.tsx'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { relativePeriods, type ViewPeriod } from '#shared/contract/costs.ts'
import { isDay } from '#shared/lib/day.ts'
import { resolveViewPeriod } from '#shared/lib/view-period.ts'

type Props = { value: ViewPeriod; onChange: (period: ViewPeriod) => void }

/** The days of a view: ready ones, which move on with the calendar, or two dates. */
export function ViewPeriodControl({ value, onChange }: Props) {
  const { t, language } = useText()
  const { today } = useSession()
  const range = resolveViewPeriod(value, today)
  return (
    <PeriodMenu
      chosen={t(`costs.period.${'preset' in value ? value.preset : 'custom'}`)}
      words={rangeWords(range.from, range.to, today, language)}
      presets={relativePeriods}
      labelOf={(preset) => t(`costs.period.${preset}`)}
      onPick={(preset) => onChange({ preset })}
      side="bottom-start"
      isWide
      dates={(leave) => (
        <CustomDates
          from={range.from}
          to={range.to}
          today={today}
          onApply={(from, to) => {
            if (!isDay(from) || !isDay(to)) return
            leave()
            onChange({ from, to })
          }}
        />
      )}
    />
  )
}
