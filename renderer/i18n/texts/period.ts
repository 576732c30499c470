import { defineTexts } from '../define-texts.ts'

export const period = defineTexts({
  ru: {
    label: 'Период',
    d7: '7 дней',
    d30: '30 дней',
    d90: '90 дней',
    y1: '1 год',
    month: 'Этот месяц',
    quarter: 'Этот квартал',
    custom: 'Свой период',
    from: 'С',
    to: 'По',
    apply: 'Применить',
    invalid: 'Начало должно быть не позже конца.',
    against: 'против {range}',
  },
  en: {
    label: 'Period',
    d7: '7 days',
    d30: '30 days',
    d90: '90 days',
    y1: '1 year',
    month: 'This month',
    quarter: 'This quarter',
    custom: 'Custom period',
    from: 'From',
    to: 'To',
    apply: 'Apply',
    invalid: 'The start must not be later than the end.',
    against: 'vs {range}',
  },
})
