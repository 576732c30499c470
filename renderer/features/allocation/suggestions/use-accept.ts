import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { VirtualTag } from '#shared/contract/allocation.ts'
import type { Period } from '#shared/contract/values.ts'
import { useRun } from '../use-run.ts'

/** Takes suggestions into the rules of a tag, or puts one away for good. */
export function useAccept(tag: VirtualTag, { from, to }: Period) {
  const { t } = useText()
  const tell = useTell()
  const accept = useRun('allocation.acceptSuggestions')
  const dismiss = useRun('allocation.dismissSuggestion')
  const run = (which: { ids: string[] } | { minConfidence: number }): void => {
    if (accept.isPending) return
    accept.run(
      { tagId: tag.id, ...which, from, to },
      {
        done: ({ accepted }) => tell.done(t('suggestions.accepted', { count: accepted })),
        failed: tell.failed,
      },
    )
  }
  return {
    isPending: accept.isPending,
    some: (ids: string[]) => run({ ids }),
    from: (minConfidence: number) => run({ minConfidence }),
    dismiss: (suggestionId: string) =>
      dismiss.run(
        { tagId: tag.id, suggestionId },
        { done: () => tell.done(t('suggestions.dismissed')), failed: tell.failed },
      ),
  }
}
