import type { ReportSpecInput } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { sharedWords, signers } from './words.ts'

const words = {
  ru: {
    name: 'Затраты подразделений',
    title: 'Затраты подразделений за {период}',
    units: 'Аккаунты и сервисы',
    about:
      'Свои затраты относятся к подразделению прямо; общие разделены по правилам распределения. {ндс}. Ниже — сервисы каждого подразделения.',
  },
  en: {
    name: 'Costs of departments',
    title: 'Costs of departments in {period}',
    units: 'Accounts and services',
    about:
      'Direct costs are a department’s own; shared ones are split by the rules of allocation. {vat}. The services of each department follow.',
  },
} as const

/** What each department costs and uses, for its head. */
export function showback(language: Locale): ReportSpecInput {
  const t = words[language]
  return {
    title: t.name,
    language,
    blocks: [
      { id: 'title', kind: 'title', title: t.title, subtitle: sharedWords[language].subtitle },
      { id: 'figures', kind: 'figures', figures: ['spend', 'change', 'allocated'] },
      { id: 'about', kind: 'text', text: t.about },
      { id: 'departments', kind: 'showback', isDetailed: true },
      { id: 'accounts', kind: 'pivot', title: t.units, view: { groupBy: ['service', 'connection'], top: 5 } },
      signers(language),
    ],
  }
}
