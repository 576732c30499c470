import { useMemo } from 'react'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Chart } from '#renderer/ui/chart/Chart.tsx'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import type { BudgetView } from '#shared/contract/budgets.ts'
import type { Day } from '#shared/lib/day.ts'
import { burnOption } from '../burn-chart.ts'
import { allowedPerDay, burnLines, leftOf, sayingOf, statusTone } from '../view.ts'
import styles from './BudgetCard.module.css'
import { BudgetDays } from './BudgetDays.tsx'
import { LimitBar } from './LimitBar.tsx'

type Props = { budget: BudgetView; daysDone: number }

export function BudgetCard({ budget, daysDone }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { today } = useSession()
  const theme = useChartTheme()
  const { currency } = budget.limit
  const dayWords = (day: Day): string => rangeWords(day, day, today, language)
  const option = useMemo(
    () =>
      burnOption(burnLines(budget), budget.limit.amount, theme, {
        money: (amount) => format.money({ amount, currency }),
        axis: (value) => format.moneyCompact({ amount: String(value), currency }),
        dayShort: (day) => format.dayShort(day).replace('.', ''),
        dayTitle: (day) => format.day(day),
        spent: t('budgets.chart.spent'),
        even: t('budgets.chart.even'),
        forecast: t('budgets.chart.forecast'),
        limit: t('budgets.chart.limit'),
      }),
    [budget, currency, theme, t, format],
  )
  const left = leftOf(budget)
  const isOver = left.amount.startsWith('-')
  const perDay = allowedPerDay(budget, daysDone)
  const lastDay = budget.daily.at(-1)?.day
  const saying = sayingOf(budget)
  return (
    <Card
      title={budget.name}
      subtitle={
        budget.scope.connectionNames.length === 0
          ? t('budgets.scope.all')
          : budget.scope.connectionNames.join(', ')
      }
      actions={
        <Badge tone={statusTone(budget.status)} hasDot>
          {t(`budgets.status.${budget.status}`)}
        </Badge>
      }
    >
      <div className={styles.body}>
        <p className={styles.saying} data-tone={statusTone(budget.status)}>
          {saying.kind === 'breach'
            ? t('budgets.say.breach', { day: dayWords(saying.day) })
            : saying.kind === 'noPace'
              ? t('budgets.say.noPace')
              : t(`budgets.say.${saying.kind}`, { amount: format.money(saying.amount) })}
        </p>
        <dl className={styles.figures}>
          <Figure label={t('budgets.spent')} note={budget.spentRatio} money={budget.spent} />
          {budget.forecast ? (
            <Figure label={t('budgets.forecast')} note={budget.forecastRatio} money={budget.forecast} />
          ) : null}
          <Figure label={t('budgets.limit')} note={null} money={budget.limit} />
          <Figure
            label={t(isOver ? 'budgets.over' : 'budgets.left')}
            note={null}
            money={isOver ? { ...left, amount: left.amount.slice(1) } : left}
          />
        </dl>
        <LimitBar budget={budget} />
        <Chart
          option={option}
          height={220}
          label={t('budgets.chart.label', {
            spent: format.money(budget.spent),
            day: lastDay ? format.day(lastDay) : '—',
            limit: format.money(budget.limit),
          })}
        />
        <ul className={styles.legend} aria-label={t('budgets.chart.legend')}>
          <li data-kind="spent">{t('budgets.chart.spent')}</li>
          <li data-kind="forecast">{t('budgets.chart.forecast')}</li>
          <li data-kind="even">{t('budgets.chart.even')}</li>
          <li data-kind="limit">{t('budgets.chart.limit')}</li>
        </ul>
        {perDay ? (
          <p className={styles.note}>{t('budgets.perDay', { amount: format.money(perDay) })}</p>
        ) : null}
        <BudgetDays budget={budget} />
      </div>
    </Card>
  )
}

type FigureProps = { label: string; note: string | null; money: BudgetView['limit'] }

function Figure({ label, note, money }: FigureProps) {
  const { t } = useText()
  const format = useFormat()
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.figure}>
        <Amount money={money} />
        {note === null ? null : (
          <span className={styles.label}>{t('budgets.ofLimit', { percent: format.percent(note) })}</span>
        )}
      </dd>
    </div>
  )
}
