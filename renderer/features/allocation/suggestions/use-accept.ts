import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { VirtualTag } from '#shared/contract/allocation.ts'
import type { Period } from '#shared/contract/values.ts'

/** Takes suggestions into the rules of a tag, or puts one away for good. */
export function useAccept(tag: VirtualTag, { from, to }: Period) {
  const { t } = useText()
  const tell = useTell()
  const accept = useCommand('allocation.acceptSuggestions')
  const dismiss = useCommand('allocation.dismissSuggestion')
  const run = (which: { ids: string[] } | { minConfidence: number }): void => {
    if (accept.isPending) return
    accept.mutate(
      { tagId: tag.id, ...which, from, to },
      {
        onSuccess: ({ accepted }) => tell.done(t('suggestions.accepted', { count: accepted })),
        onError: tell.failed,
      },
    )
  }
  return {
    isPending: accept.isPending,
    some: (ids: string[]) => run({ ids }),
    from: (minConfidence: number) => run({ minConfidence }),
    dismiss: (suggestionId: string) =>
      dismiss.mutate(
        { tagId: tag.id, suggestionId },
        { onSuccess: () => tell.done(t('suggestions.dismissed')), onError: tell.failed },
      ),
  }
}
