/**
 * What a text of a report can have filled in, by either language's name in braces: `{период}`, `{total in words}`. The
 * builder offers them with what they mean.
 */
export const reportVariables = [
  {
    key: 'period',
    ru: { name: 'период', meaning: 'дни отчёта: октябрь 2026' },
    en: { name: 'period', meaning: 'the report’s days: October 2026' },
  },
  {
    key: 'month',
    ru: { name: 'месяц', meaning: 'месяц, которым заканчивается отчёт' },
    en: { name: 'month', meaning: 'the month in which the report ends' },
  },
  {
    key: 'from',
    ru: { name: 'начало', meaning: 'первый день отчёта' },
    en: { name: 'from', meaning: 'the first day of the report' },
  },
  {
    key: 'to',
    ru: { name: 'конец', meaning: 'последний день отчёта' },
    en: { name: 'to', meaning: 'the last day of the report' },
  },
  {
    key: 'organisation',
    ru: { name: 'организация', meaning: 'название организации' },
    en: { name: 'organisation', meaning: 'the name of the organisation' },
  },
  {
    key: 'total',
    ru: { name: 'итого', meaning: 'затраты за дни отчёта' },
    en: { name: 'total', meaning: 'costs of the report’s days' },
  },
  {
    key: 'totalInWords',
    ru: { name: 'итого прописью', meaning: 'та же сумма словами' },
    en: { name: 'total in words', meaning: 'the same sum in words' },
  },
  {
    key: 'before',
    ru: { name: 'было', meaning: 'затраты за предыдущий период' },
    en: { name: 'before', meaning: 'costs of the period before' },
  },
  {
    key: 'change',
    ru: { name: 'изменение', meaning: 'разница с предыдущим периодом' },
    en: { name: 'change', meaning: 'the difference from the period before' },
  },
  {
    key: 'forecast',
    ru: { name: 'прогноз', meaning: 'прогноз на текущий месяц' },
    en: { name: 'forecast', meaning: 'the forecast for the running month' },
  },
  {
    key: 'budget',
    ru: { name: 'бюджет', meaning: 'бюджет на дни отчёта' },
    en: { name: 'budget', meaning: 'the budget of the report’s days' },
  },
  {
    key: 'savings',
    ru: { name: 'экономия', meaning: 'возможная экономия в месяц' },
    en: { name: 'savings', meaning: 'possible savings a month' },
  },
  {
    key: 'decisions',
    ru: { name: 'решения', meaning: 'что требует решения: бюджеты, экономия, нераспределённое' },
    en: { name: 'decisions', meaning: 'what needs a decision: budgets, savings, what nobody has' },
  },
  {
    key: 'date',
    ru: { name: 'дата', meaning: 'день, на который сформирован отчёт' },
    en: { name: 'date', meaning: 'the day that the report stands for' },
  },
  {
    key: 'author',
    ru: { name: 'составил', meaning: 'первое имя из подписей' },
    en: { name: 'prepared by', meaning: 'the first name among the signatures' },
  },
  {
    key: 'vat',
    ru: { name: 'ндс', meaning: 'как в суммах учтён НДС' },
    en: { name: 'vat', meaning: 'how VAT stands in the amounts' },
  },
  {
    key: 'filter',
    ru: { name: 'отбор', meaning: 'какие затраты вошли в отчёт' },
    en: { name: 'filter', meaning: 'which costs the report is about' },
  },
] as const

export type ReportVariable = (typeof reportVariables)[number]['key']
