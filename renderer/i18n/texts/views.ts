import { defineTexts } from '../define-texts.ts'

/** Views that are there from the start, and what tiles say wherever they stand. */
export const views = defineTexts({
  ru: {
    'builtIn.periodSpend': 'Затраты за период',
    'builtIn.monthToDate': 'Затраты с начала месяца',
    'builtIn.providersByDay': 'Затраты по дням',
    'builtIn.servicesByMonth': 'Сервисы по месяцам',
    'builtIn.topResources': 'Самые дорогие ресурсы',
    'builtIn.topServices': 'Самые дорогие сервисы',
    'builtIn.topAccounts': 'Затраты по аккаунтам',
    'builtIn.movers': 'Что изменилось',
    'builtIn.departments': 'Затраты по подразделениям',
    'builtIn.usageCost': 'Затраты и загрузка',
  },
  en: {
    'builtIn.periodSpend': 'Spend in the period',
    'builtIn.monthToDate': 'Spend this month',
    'builtIn.providersByDay': 'Spend by day',
    'builtIn.servicesByMonth': 'Services by month',
    'builtIn.topResources': 'Dearest resources',
    'builtIn.topServices': 'Dearest services',
    'builtIn.topAccounts': 'Spend by account',
    'builtIn.movers': 'What has changed',
    'builtIn.departments': 'Spend by department',
    'builtIn.usageCost': 'Spend and utilisation',
  },
})
