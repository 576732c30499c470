import type { ReportSpecInput } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { sharedWords, signers } from './words.ts'

const words = {
  ru: {
    name: 'Закрытие месяца',
    title: 'Закрытие месяца: {месяц}',
    steps: 'Готовность',
    postings: 'К учёту по аккаунтам и сервисам',
    sum: 'Итого начислено',
  },
  en: {
    name: 'Close of the month',
    title: 'Close of the month: {month}',
    steps: 'How far it is',
    postings: 'To be booked by account and service',
    sum: 'Accrued in all',
  },
} as const

/** For the accountant's folder: what is done, what differs from the acts and why, and what is booked. */
export function monthlyClose(language: Locale): ReportSpecInput {
  const t = words[language]
  return {
    title: t.name,
    language,
    orientation: 'landscape',
    blocks: [
      { id: 'title', kind: 'title', title: t.title, subtitle: sharedWords[language].subtitle },
      { id: 'figures', kind: 'figures', figures: ['spend', 'change', 'actDifference', 'allocated'] },
      { id: 'steps', kind: 'closing', title: t.steps },
      { id: 'acts', kind: 'reconciliation', isDetailed: true },
      {
        id: 'postings',
        kind: 'table',
        title: t.postings,
        view: {
          granularity: 'total',
          groupBy: ['connection', 'service'],
          comparison: 'none',
          look: 'table',
          sort: { by: 'name', isDescending: false },
        },
      },
      { id: 'sum', kind: 'sumInWords', title: t.sum },
      signers(language),
    ],
  }
}
