import type { ReportSpecInput } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { sharedWords } from './words.ts'

const words = {
  ru: {
    name: 'Сравнение провайдеров',
    title: 'Провайдеры за {период}',
    shares: 'Доли провайдеров',
    categories: 'Категории сервисов по провайдерам',
    history: 'Затраты по провайдерам за год',
    prices: 'Сколько стоит единица',
  },
  en: {
    name: 'Comparison of providers',
    title: 'Providers in {period}',
    shares: 'Shares of providers',
    categories: 'Service categories by provider',
    history: 'Costs by provider over a year',
    prices: 'What one unit costs',
  },
} as const

/** Who is paid for what, and at what price where bills count the same thing. */
export function providers(language: Locale): ReportSpecInput {
  const t = words[language]
  return {
    title: t.name,
    language,
    orientation: 'landscape',
    blocks: [
      { id: 'title', kind: 'title', title: t.title, subtitle: sharedWords[language].subtitle },
      { id: 'figures', kind: 'figures', figures: ['spend', 'before', 'change', 'forecast'] },
      {
        id: 'shares',
        kind: 'chart',
        title: t.shares,
        height: 'small',
        view: { granularity: 'total', groupBy: ['provider'] },
      },
      {
        id: 'categories',
        kind: 'pivot',
        title: t.categories,
        view: { groupBy: ['serviceCategory', 'provider'], top: 8 },
      },
      {
        id: 'history',
        kind: 'chart',
        title: t.history,
        months: 12,
        view: { granularity: 'month', groupBy: ['provider'], comparison: 'none', top: 8 },
      },
      {
        id: 'prices',
        kind: 'table',
        title: t.prices,
        limit: 60,
        hasUnitPrice: true,
        view: {
          granularity: 'total',
          groupBy: ['serviceCategory', 'provider', 'sku'],
          comparison: 'none',
          look: 'table',
        },
      },
    ],
  }
}
