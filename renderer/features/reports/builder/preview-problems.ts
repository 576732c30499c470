import type { Format } from '#renderer/i18n/format.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import { isDay } from '#shared/lib/day.ts'
import type { PreviewAnswer } from './use-preview.ts'

type Problem = PreviewAnswer['problems'][number]

const KNOWN: readonly TextKey[] = [
  'explorer.problem.dimension.gone',
  'explorer.problem.filter.gone',
  'explorer.problem.budget.gone',
  'explorer.problem.values.gone',
  'explorer.problem.rates.missing',
  'explorer.problem.vat.unknown',
  'explorer.problem.hours.absent',
  'explorer.problem.hours.tooMany',
  'explorer.problem.data.begins',
]

function sentenceOf({ code, subject }: Problem, t: Translate, format: Format): string {
  const key = KNOWN.find((one) => one === `explorer.problem.${code}`)
  return key
    ? t(key, { subject: subject !== null && isDay(subject) ? format.day(subject) : (subject ?? '') })
    : t('reportBuilder.problemOther', { code: subject ?? code })
}

/** What several blocks leave out alike is told once; the block is named where it is one alone. */
export function problemSentences(
  problems: readonly Problem[],
  t: Translate,
  format: Format,
): { sentence: string; blockId: string | null }[] {
  const bySentence = Map.groupBy(problems, (problem) => sentenceOf(problem, t, format))
  return [...bySentence].map(([sentence, alike]) => ({
    sentence,
    blockId: new Set(alike.map(({ blockId }) => blockId)).size === 1 ? (alike[0]?.blockId ?? null) : null,
  }))
}
