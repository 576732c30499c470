import type { ReportSpecInput } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { sharedWords, signers } from './words.ts'

const words = {
  ru: {
    name: 'Что можно сэкономить',
    title: 'Возможная экономия на {дата}',
    about:
      'Суммы — в месяц, по ценам последних счетов. Рекомендации об одном ресурсе могут исключать друг друга: вместе они дают не больше, чем он стоит.',
    list: 'Рекомендации по видам',
    where: 'Где больше всего затрат',
  },
  en: {
    name: 'What can be saved',
    title: 'Possible savings as of {date}',
    about:
      'Amounts are a month’s, at the prices of the latest bills. Recommendations for one resource may exclude each other: together they save no more than it costs.',
    list: 'Recommendations by kind',
    where: 'Where most is spent',
  },
} as const

/** Everything that waits for a decision, by kind, with what each kind saves. */
export function savings(language: Locale): ReportSpecInput {
  const t = words[language]
  return {
    title: t.name,
    language,
    blocks: [
      { id: 'title', kind: 'title', title: t.title, subtitle: sharedWords[language].subtitle },
      { id: 'figures', kind: 'figures', figures: ['savings', 'spend', 'forecast'] },
      { id: 'about', kind: 'text', text: t.about },
      { id: 'list', kind: 'recommendations', title: t.list },
      {
        id: 'where',
        kind: 'table',
        title: t.where,
        limit: 15,
        view: { granularity: 'total', groupBy: ['resource'], look: 'table' },
      },
      signers(language),
    ],
  }
}
