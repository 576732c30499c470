import type { ReportSpecInput } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { sharedWords, signers } from './words.ts'

const words = {
  ru: {
    name: 'Справка для финансового директора',
    title: 'Облака: справка за {период}',
    history: 'Затраты по провайдерам за 13 месяцев',
    services: 'Крупнейшие сервисы',
    savings: 'Что можно сэкономить',
    decisions: 'Требует решения',
    decided: '{решения}',
  },
  en: {
    name: 'CFO brief',
    title: 'Clouds: brief for {period}',
    history: 'Costs by provider over 13 months',
    services: 'Largest services',
    savings: 'What can be saved',
    decisions: 'Needs a decision',
    decided: '{decisions}',
  },
} as const

/** Two pages for whoever answers for the money: how much, why, against what, and what to decide. */
export function cfoBrief(language: Locale): ReportSpecInput {
  const t = words[language]
  return {
    title: t.name,
    language,
    blocks: [
      { id: 'title', kind: 'title', title: t.title, subtitle: sharedWords[language].subtitle },
      {
        id: 'figures',
        kind: 'figures',
        figures: ['spend', 'change', 'budgetLeft', 'forecast', 'savings', 'allocated'],
      },
      {
        id: 'history',
        kind: 'chart',
        title: t.history,
        months: 13,
        height: 'medium',
        view: { granularity: 'month', groupBy: ['provider'], comparison: 'none', top: 6 },
      },
      { id: 'why', kind: 'waterfall', view: { groupBy: ['resource'] } },
      { id: 'second', kind: 'pageBreak' },
      {
        id: 'services',
        kind: 'table',
        title: t.services,
        limit: 5,
        view: { granularity: 'total', groupBy: ['service'], look: 'table' },
      },
      { id: 'budgets', kind: 'budgets', limit: 4 },
      { id: 'savings', kind: 'recommendations', title: t.savings, limit: 3 },
      { id: 'decisions', kind: 'text', title: t.decisions, text: t.decided },
      signers(language),
    ],
  }
}
