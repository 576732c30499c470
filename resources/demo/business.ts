import type { DemoAnnotation, DemoClients, DemoSeries } from '#main/core/demo/business.ts'

/** What the shop counts: orders as its site tells them by day, buyers as marketing does by month. */
export const demoSeries: readonly DemoSeries[] = [
  {
    key: 'orders',
    name: 'Заказы',
    unit: 'заказ',
    step: 'day',
    kind: 'flow',
    role: 'units',
    currency: null,
    tag: null,
    starts: [{ part: null, count: 1480 }],
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
    role: 'units',
    currency: null,
    tag: null,
    starts: [{ part: null, count: 18_400 }],
    yearlyPercent: 17,
    weekPercents: null,
    noisePercent: 3,
    missing: null,
  },
  {
    key: 'revenue',
    name: 'Выручка продуктов',
    unit: 'RUB',
    step: 'month',
    kind: 'flow',
    role: 'revenue',
    currency: 'RUB',
    tag: 'product',
    starts: [
      { part: 'Магазин', count: 1_940_000 },
      { part: 'Лояльность', count: 118_000 },
    ],
    yearlyPercent: 19,
    weekPercents: null,
    noisePercent: 7,
    missing: null,
  },
]

const projects = (part: string, ...values: string[]) => ({
  name: part,
  where: [[{ dimension: 'tag:project' as const, op: 'is' as const, values }]],
  outcome: { kind: 'part' as const, part },
})
const none = { percent: null, price: null, currency: null }

/** The holding's IT company works for the others of it and for one from outside. */
export const demoClients: DemoClients = {
  tag: {
    key: 'client',
    name: 'Заказчик',
    rules: [
      projects('Морошка Ритейл', 'shop', 'media'),
      projects('Морошка Клуб', 'loyalty'),
      projects('Франшиза «Север»', 'bi'),
    ],
  },
  terms: [
    { part: 'Морошка Ритейл', monthsAgo: 24, fromDay: 1, kind: 'markup', ...none, percent: '12' },
    { part: 'Морошка Ритейл', monthsAgo: 4, fromDay: 15, kind: 'markup', ...none, percent: '15' },
    {
      part: 'Морошка Клуб',
      monthsAgo: 24,
      fromDay: 1,
      kind: 'fixed',
      ...none,
      price: '85000',
      currency: 'RUB',
    },
    { part: 'Франшиза «Север»', monthsAgo: 24, fromDay: 1, kind: 'discount', ...none, percent: '5' },
  ],
}

export const demoAnnotations: readonly DemoAnnotation[] = [
  { key: 'sale', monthsAgo: 1, fromDay: 11, toDay: 12, text: 'Распродажа: заказов больше обычного' },
  { key: 'release', monthsAgo: 3, fromDay: 1, toDay: 1, text: 'Витрина переехала в Kubernetes' },
]
