import type { DemoAnnotation, DemoSeries } from '#main/core/demo/business.ts'

/** What the shop counts: orders as its site tells them by day, buyers as marketing does by month. */
export const demoSeries: readonly DemoSeries[] = [
  {
    key: 'orders',
    name: 'Заказы',
    unit: 'заказ',
    step: 'day',
    kind: 'flow',
    start: 1480,
    yearlyPercent: 21,
    /** From Monday on. */
    weekPercents: [96, 94, 95, 98, 107, 114, 96],
    noisePercent: 6,
    // The site's export was broken for three days.
    missing: { monthsAgo: 4, fromDay: 10, toDay: 12 },
  },
  {
    key: 'buyers',
    name: 'Активные покупатели',
    unit: 'покупатель',
    step: 'month',
    kind: 'stock',
    start: 18_400,
    yearlyPercent: 17,
    weekPercents: null,
    noisePercent: 3,
    missing: null,
  },
]

export const demoAnnotations: readonly DemoAnnotation[] = [
  { key: 'sale', monthsAgo: 1, fromDay: 11, toDay: 12, text: 'Распродажа 11.11: заказов больше обычного' },
  { key: 'release', monthsAgo: 3, fromDay: 1, toDay: 1, text: 'Витрина переехала в Kubernetes' },
]
