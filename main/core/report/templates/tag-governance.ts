import type { ReportSpecInput } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { sharedWords, signers } from './words.ts'

const words = {
  ru: {
    name: 'Порядок в тегах',
    title: 'Порядок в тегах на {дата}',
    owners: 'Затраты по владельцам за {период}',
  },
  en: {
    name: 'Order in tags',
    title: 'Order in tags as of {date}',
    owners: 'Costs by owner in {period}',
  },
} as const

/** How requirements for tags are kept, by whom, and every resource that lacks something. */
export function tagGovernance(language: Locale): ReportSpecInput {
  const t = words[language]
  return {
    title: t.name,
    language,
    orientation: 'landscape',
    blocks: [
      { id: 'title', kind: 'title', title: t.title, subtitle: sharedWords[language].subtitle },
      { id: 'figures', kind: 'figures', figures: ['allocated', 'resources', 'spend'] },
      { id: 'tags', kind: 'tags' },
      {
        id: 'owners',
        kind: 'table',
        title: t.owners,
        limit: 30,
        view: { granularity: 'total', groupBy: ['owner'], look: 'table' },
      },
      signers(language),
    ],
  }
}
