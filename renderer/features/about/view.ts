import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { CallOutput } from '#shared/contract/index.ts'

type About = CallOutput<'app.getAbout'>
export type Fact = { name: string; value: string; isPath?: boolean }

export const programFacts = (about: About, t: Translate): readonly Fact[] => [
  { name: t('about.version'), value: about.version },
  { name: t('about.window'), value: t(`about.host.${about.host}`) },
  { name: t('about.runtime'), value: about.runtime },
  { name: t('about.database'), value: `SQLite ${about.sqlite}` },
]

export function dataFacts({ counts, ...about }: About, t: Translate, format: Format): readonly Fact[] {
  const { firstDay, lastDay } = counts
  return [
    { name: t('about.folder'), value: about.dataFolder, isPath: true },
    { name: t('about.size'), value: format.bytes(about.storeBytes) },
    { name: t('about.connections'), value: format.number(counts.connections) },
    { name: t('about.resources'), value: format.number(counts.resources) },
    { name: t('about.costLines'), value: format.number(counts.costLines) },
    {
      name: t('about.period'),
      value: firstDay && lastDay ? format.dayRange(firstDay, lastDay) : t('about.noCosts'),
    },
  ]
}
