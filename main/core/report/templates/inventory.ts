import type { ReportSpecInput } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { sharedWords } from './words.ts'

const words = {
  ru: {
    name: 'Ресурсы в облаках',
    title: 'Ресурсы в облаках на {дата}',
    types: 'Затраты по типам ресурсов',
    list: 'Все ресурсы, затраты за {период}',
  },
  en: {
    name: 'Cloud resources',
    title: 'Cloud resources as of {date}',
    types: 'Costs by type of resource',
    list: 'All resources, costs of {period}',
  },
} as const

/** What there is, whose it is and what it costs. */
export function inventory(language: Locale): ReportSpecInput {
  const t = words[language]
  return {
    title: t.name,
    language,
    orientation: 'landscape',
    blocks: [
      { id: 'title', kind: 'title', title: t.title, subtitle: sharedWords[language].subtitle },
      { id: 'figures', kind: 'figures', figures: ['resources', 'spend', 'change'] },
      {
        id: 'types',
        kind: 'chart',
        title: t.types,
        height: 'medium',
        view: {
          granularity: 'total',
          groupBy: ['resourceType'],
          look: 'treemap',
          comparison: 'none',
          top: 12,
        },
      },
      { id: 'list', kind: 'resources', title: t.list },
    ],
  }
}
