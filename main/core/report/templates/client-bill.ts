import type { ReportSpecInput } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { sharedWords, signers } from './words.ts'

const words = {
  ru: {
    name: 'Счета клиентам',
    title: 'Клиенты: затраты, цена и маржа за {период}',
    about:
      'Цены посчитаны по условиям каждого клиента на каждый день и округлены до копейки раз в месяц. {ндс}.',
    history: 'Затраты за год',
  },
  en: {
    name: 'Bills to clients',
    title: 'Clients: cost, price and margin in {period}',
    about:
      'Prices follow the terms of each client on each day and are rounded to the smallest coin once a month. {vat}.',
    history: 'Costs over a year',
  },
} as const

/** For whoever sells on: what clients cost, pay and bring. A client's own bill names the client and hides the cost. */
export function clientBill(language: Locale): ReportSpecInput {
  const t = words[language]
  return {
    title: t.name,
    language,
    blocks: [
      { id: 'title', kind: 'title', title: t.title, subtitle: sharedWords[language].subtitle },
      { id: 'figures', kind: 'figures', figures: ['margin', 'spend', 'change'] },
      { id: 'about', kind: 'text', text: t.about },
      { id: 'clients', kind: 'margins' },
      {
        id: 'history',
        kind: 'chart',
        title: t.history,
        months: 12,
        height: 'small',
        view: { granularity: 'month', groupBy: ['serviceCategory'], comparison: 'none', top: 6 },
      },
      signers(language),
    ],
  }
}
