import type { Comparison, SpendGroup } from '#shared/contract/dashboard.ts'
import type { Locale } from '#shared/lib/format-money.ts'

/** Column titles of exported tables. They are part of the file, so they speak the language that was asked for. */
export type ExportTexts = {
  locale: Locale
  company: string
  period: string
  compared: string
  notCompared: string
  incomparable: Record<Exclude<Comparison, 'whole'>, string>
  currency: string
  madeAt: string
  dataThrough: string
  figures: string
  figure: string
  value: string
  before: string
  change: string
  changePercent: string
  sharePercent: string
  spend: string
  forecast: string
  monthToDate: string
  lastMonth: string
  savings: string
  recommendations: string
  activeResources: string
  allResources: string
  activeConnections: string
  allConnections: string
  otherCurrency: string
  byDay: Record<SpendGroup, string>
  day: string
  total: string
  other: string
  spenders: string
  movers: string
  resource: string
  connection: string
  amount: string
  rest: string
  noResource: string
}

const ru: ExportTexts = {
  locale: 'ru',
  company: 'Организация',
  period: 'Период',
  compared: 'Период сравнения',
  notCompared: 'сравнения нет',
  incomparable: {
    noFullDay: 'в этом периоде ещё нет полного дня',
    incomplete: 'данные за этот период неполные',
    beforeIncomplete: 'данные за этот период неполные',
  },
  currency: 'Валюта',
  madeAt: 'Сформировано',
  dataThrough: 'Данные по',
  figures: 'Показатели',
  figure: 'Показатель',
  value: 'Значение',
  before: 'В периоде сравнения',
  change: 'Изменение',
  changePercent: 'Изменение, %',
  sharePercent: 'Доля, %',
  spend: 'Расходы за период',
  forecast: 'Прогноз на месяц (по среднему за день)',
  monthToDate: 'Расходы с начала месяца',
  lastMonth: 'Расходы за прошлый месяц',
  savings: 'Возможная экономия в месяц',
  recommendations: 'Активных рекомендаций',
  activeResources: 'Ресурсов в работе',
  allResources: 'Ресурсов в облаке',
  activeConnections: 'Подключений в работе',
  allConnections: 'Всего подключений',
  otherCurrency: 'Расходы в другой валюте, в итог не входят',
  byDay: {
    provider: 'Расходы по дням и провайдерам',
    service: 'Расходы по дням и сервисам',
    connection: 'Расходы по дням и подключениям',
  },
  day: 'День',
  total: 'Итого',
  other: 'Остальное',
  spenders: 'Самые дорогие ресурсы',
  movers: 'Что изменилось сильнее всего',
  resource: 'Ресурс',
  connection: 'Подключение',
  amount: 'Расходы',
  rest: 'Остальные ресурсы',
  noResource: 'Без ресурса',
}

const en: ExportTexts = {
  locale: 'en',
  company: 'Organisation',
  period: 'Period',
  compared: 'Compared with',
  notCompared: 'nothing is compared',
  incomparable: {
    noFullDay: 'no full day in this period yet',
    incomplete: 'the data of this period are incomplete',
    beforeIncomplete: 'the data of this period are incomplete',
  },
  currency: 'Currency',
  madeAt: 'Made at',
  dataThrough: 'Data through',
  figures: 'Key figures',
  figure: 'Figure',
  value: 'Value',
  before: 'Compared period',
  change: 'Change',
  changePercent: 'Change, %',
  sharePercent: 'Share, %',
  spend: 'Spend',
  forecast: 'Forecast for the month (daily average)',
  monthToDate: 'Month to date',
  lastMonth: 'Last month',
  savings: 'Potential savings per month',
  recommendations: 'Active recommendations',
  activeResources: 'Running resources',
  allResources: 'All resources',
  activeConnections: 'Active connections',
  allConnections: 'All connections',
  otherCurrency: 'Spend in another currency, not in the total',
  byDay: {
    provider: 'Spend by day and provider',
    service: 'Spend by day and service',
    connection: 'Spend by day and connection',
  },
  day: 'Day',
  total: 'Total',
  other: 'Other',
  spenders: 'Top spenders',
  movers: 'Top movers',
  resource: 'Resource',
  connection: 'Connection',
  amount: 'Spend',
  rest: 'All other resources',
  noResource: 'No resource',
}

export const exportTexts: Record<'ru' | 'en', ExportTexts> = { ru, en }
