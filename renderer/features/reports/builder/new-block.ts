import { translate } from '#renderer/i18n/translate.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import {
  type ReportBlock,
  type ReportBlockKind,
  type ReportSpec,
  reportBlock,
  reportSpec,
} from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'

export const newBlockId = (): string => `block-${crypto.randomUUID()}`

/** What a block begins with, in the language of the document. */
function startOf(kind: ReportBlockKind, title: string, language: Locale): object {
  switch (kind) {
    case 'title':
      return { title, subtitle: language === 'ru' ? '{период}' : '{period}' }
    case 'text':
      return { text: '' }
    case 'figures':
      return { figures: ['spend', 'before', 'change'] }
    case 'chart':
      return { view: { granularity: 'month', groupBy: ['service'], top: 8 }, months: 12 }
    case 'pivot':
      return { view: { granularity: 'month', groupBy: ['provider', 'service'] } }
    case 'signatures':
      return {
        people: (['made', 'checked', 'approved'] as const).map((role) => ({
          role: translate(language, `reportBuilder.role.${role}`),
          name: '',
        })),
      }
    default:
      return {}
  }
}

export const newBlock = (
  kind: ReportBlockKind,
  { title, language }: Pick<ReportSpec, 'title' | 'language'>,
  id: string,
): ReportBlock => reportBlock.parse({ ...startOf(kind, title, language), id, kind })

/** A report of nothing but its title; with a view: that as a picture and as a table, on the view's own days. */
export function newSpec(
  title: string,
  language: Locale,
  view: ViewSpec | null,
  id: () => string,
): ReportSpec {
  const head = newBlock('title', { title, language }, id())
  if (!view) return reportSpec.parse({ title, language, blocks: [head] })
  const { period, currency, vat, where, filterId, ...rest } = view
  // What holds for the whole report stands there once, and not in each of its blocks.
  const inside = { ...rest, where: [], filterId: null }
  const look = { bars: 'bars', lines: 'lines', treemap: 'treemap', pie: 'pie' }[view.look as 'bars'] ?? 'bars'
  return reportSpec.parse({
    title,
    language,
    period,
    currency,
    vat,
    where,
    filterId,
    blocks: [
      head,
      view.look === 'waterfall'
        ? { id: id(), kind: 'waterfall', view: inside }
        : { id: id(), kind: 'chart', view: { ...inside, look } },
      view.look === 'pivot'
        ? { id: id(), kind: 'pivot', view: inside }
        : { id: id(), kind: 'table', view: { ...inside, look: 'table' } },
    ],
  })
}
