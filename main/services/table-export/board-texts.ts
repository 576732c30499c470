import type { Locale } from '#shared/lib/format-money.ts'

type Texts = Record<
  | 'figures'
  | 'monthToDate'
  | 'forecast'
  | 'lastMonth'
  | 'savings'
  | 'recommendations'
  | 'activeResources'
  | 'allResources'
  | 'activeConnections'
  | 'allConnections',
  string
>

/** Figures of the overview that are no view of costs. */
export const boardTexts: Record<Locale, Texts> = {
  ru: {
    figures: 'Показатели',
    monthToDate: 'Затраты с начала месяца',
    forecast: 'Прогноз на месяц (по среднему за день)',
    lastMonth: 'Затраты за прошлый месяц',
    savings: 'Возможная экономия в месяц',
    recommendations: 'Активных рекомендаций',
    activeResources: 'Ресурсов в работе',
    allResources: 'Ресурсов в облаке',
    activeConnections: 'Подключений в работе',
    allConnections: 'Всего подключений',
  },
  en: {
    figures: 'Key figures',
    monthToDate: 'Month to date',
    forecast: 'Forecast for the month (daily average)',
    lastMonth: 'Last month',
    savings: 'Potential savings per month',
    recommendations: 'Active recommendations',
    activeResources: 'Running resources',
    allResources: 'All resources',
    activeConnections: 'Active connections',
    allConnections: 'All connections',
  },
}
