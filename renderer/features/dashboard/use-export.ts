import { useCallback } from 'react'
import type { PeriodState } from '#renderer/app/period/use-period.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { seriesColor } from '#renderer/ui/chart/chart-theme.ts'
import { drawChart } from '#renderer/ui/chart/draw-chart.ts'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import type { SpendGroup, SpendView, SummaryView } from '#shared/contract/dashboard.ts'
import { describeError } from '#shared/texts/errors.ts'
import { drawPicture, PICTURE_CHART, pngBase64 } from './picture.ts'
import { binSpend } from './spend-bins.ts'
import { spendOption } from './spend-chart.ts'
import { useSpendWords } from './use-spend-words.ts'
import { isYetToCome, spendTable, sumOf, whyNoChange } from './view.ts'

type Shown = {
  period: PeriodState
  groupBy: SpendGroup
  hidden: readonly string[]
  summary: SummaryView | undefined
  spend: SpendView | undefined
}

/** Saves what is on screen: its tables for Excel, or one picture. */
export function useExport(shown: Shown): { csv: () => void; png: () => void } {
  const { t, language } = useText()
  const format = useFormat()
  const session = useSession()
  const theme = useChartTheme()
  const { period, groupBy, hidden, summary, spend } = shown
  const words = useSpendWords(session.currency)

  const save = useCallback(
    async (make: () => Promise<Parameters<(typeof transport.host)['host.saveFile']>[0]>): Promise<void> => {
      try {
        const path = await transport.host['host.saveFile'](await make())
        if (path !== null) showToast({ tone: 'ok', text: t('dashboard.exported'), detail: path })
      } catch (error) {
        const detail =
          error instanceof TransportError ? describeError(error.error, language).title : undefined
        showToast({ tone: 'bad', text: t('dashboard.exportFailed'), detail })
      }
    },
    [t, language],
  )

  const csv = (): void =>
    void save(async () => {
      const file = await transport.call('dashboard.export', { period: period.period, groupBy, language })
      return { fileName: file.fileName, mediaType: file.mediaType, data: file.text, encoding: 'utf8' }
    })

  const png = (): void =>
    void save(async () => {
      if (!summary || !spend) throw new Error('nothing is shown yet')
      const named = binSpend({
        ...spend,
        groups: spend.groups.map((g) => ({ ...g, label: words.group(g.key, g.label) })),
      })
      const title = t(named.isByWeek ? 'dashboard.spend.titleWeeks' : 'dashboard.spend.title')
      const against =
        summary.comparison === 'whole' ? period.against : whyNoChange(summary.comparison, period.noFullDay, t)
      const table = spendTable(named, hidden)
      const count = (value: number): string => format.number(value)
      const canvas = drawPicture(
        {
          title: session.workspaceName,
          subtitle: `${period.full}, ${against}`,
          demo: session.isDemo ? t('dashboard.demoMark') : null,
          figures: [
            {
              label: t('dashboard.kpi.spend'),
              value: isYetToCome(summary) ? '—' : format.money(summary.spend),
              note: summary.changeRatio === null ? '' : format.percent(summary.changeRatio, { sign: true }),
            },
            {
              label: t('dashboard.kpi.forecast'),
              value: summary.forecast ? format.moneyWhole(summary.forecast.amount) : '—',
              note: summary.forecast
                ? t('dashboard.kpi.pace', {
                    done: summary.forecast.daysDone,
                    count: summary.forecast.daysInMonth,
                  })
                : '',
            },
            {
              label: t('dashboard.kpi.savings'),
              value: format.money(summary.savings.monthly),
              note: t('dashboard.kpi.savingsCount', { count: summary.savings.count }),
            },
            {
              label: t('dashboard.kpi.resources'),
              value: count(summary.resources.active),
              note: t('dashboard.kpi.resourcesOf', {
                count: summary.resources.active,
                total: summary.resources.total,
              }),
            },
          ],
          chartTitle: isYetToCome(summary)
            ? title
            : `${title}, ${words.total.toLowerCase()} ${words.money(table.total)}`,
          chart: drawChart(spendOption(named, table, theme, words), PICTURE_CHART),
          legend: [
            ...table.groups.map((group) => ({
              label: group.label,
              value: words.money(group.total),
              color: seriesColor(theme, group.rank, group.key),
            })),
            ...(table.before.length > 0
              ? [{ label: words.before, value: words.money(sumOf(table.before)), color: theme.previous }]
              : []),
          ],
          foot: [
            'InfraZen',
            summary.dataThrough ? t('dashboard.freshness', { day: format.day(summary.dataThrough) }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
        },
        theme,
      )
      return {
        fileName: `infrazen-${period.period.from}_${period.period.to}.png`,
        mediaType: 'image/png',
        data: pngBase64(canvas),
        encoding: 'base64',
      }
    })

  return { csv, png }
}
