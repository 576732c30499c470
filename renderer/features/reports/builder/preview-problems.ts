import type { Locale } from '#shared/lib/format-money.ts'
import { reportProblemText } from '#shared/texts/report-problems.ts'
import type { PreviewAnswer } from './use-preview.ts'

type Problem = PreviewAnswer['problems'][number]

/** What several blocks leave out alike is told once; the block is named where it is one alone. */
export function problemSentences(
  problems: readonly Problem[],
  language: Locale,
): { sentence: string; blockId: string | null }[] {
  const bySentence = Map.groupBy(problems, (problem) => reportProblemText(problem, language))
  return [...bySentence].map(([sentence, alike]) => ({
    sentence,
    blockId: new Set(alike.map(({ blockId }) => blockId)).size === 1 ? (alike[0]?.blockId ?? null) : null,
  }))
}
