import { guessedId } from '#main/core/allocation/columns.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { findVirtual } from '#main/queries/allocation/known.query.ts'
import { listSuggestions } from '#main/queries/allocation/suggestions.query.ts'
import type { WorkedTags } from '#main/queries/allocation/worked-tags.ts'
import type { Scope } from '#main/queries/scope.ts'
import { dismissSuggestion, updateVirtualTag } from '#main/store/repos/virtual-tags.repo.ts'
import type { Store } from '#main/store/store.ts'
import { rulesValue, type SuggestionView } from '#shared/contract/allocation.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { refuseBadRules } from './virtual-tags.ts'

type Parts = { store: Store; ports: Ports; worked: WorkedTags }

/** Rules that the costs themselves suggest. */
export function createSuggestions({ store, ports, worked }: Parts) {
  return {
    /** They stand after the rules that are there: what these decide stays decided. */
    accept(
      { workspaceId, userId }: Session,
      scope: Scope,
      input: ParsedInput<'allocation.acceptSuggestions'>,
    ): { accepted: number } {
      const { tagId: id } = input
      const chosen = chosenOf(listSuggestions(scope, worked, input).items, input)
      if (chosen.length === 0) return { accepted: 0 }
      store.transaction((db) => {
        const tag = findVirtual({ db, workspaceId }, id)
        if (!tag) throw new AppError('virtualTag.notFound')
        const added = chosen.map(({ rule }) => ({ ...rule, id: guessedId(ports.ids.next()) }))
        const rules = rulesValue.safeParse([...tag.rules, ...added])
        if (!rules.success) throw new AppError('virtualTag.tooManyRules')
        refuseBadRules(db, workspaceId, id, rules.data)
        updateVirtualTag(
          db,
          { id, workspaceId },
          {
            rules: rules.data,
            userId,
            updatedAtMs: ports.clock.nowMs(),
          },
        )
      })
      return { accepted: chosen.length }
    },

    dismiss(
      { workspaceId, userId }: Session,
      { tagId, suggestionId }: ParsedInput<'allocation.dismissSuggestion'>,
    ): Record<string, never> {
      store.transaction((db) => {
        if (!findVirtual({ db, workspaceId }, tagId)) throw new AppError('virtualTag.notFound')
        dismissSuggestion(db, { tagId, suggestionId, userId, atMs: ports.clock.nowMs() })
      })
      return {}
    },
  }
}

/** A person accepts what was shown to them: what is not suggested any more is not accepted. */
function chosenOf(
  all: readonly SuggestionView[],
  { ids, minConfidence }: ParsedInput<'allocation.acceptSuggestions'>,
): SuggestionView[] {
  const wanted = ids && new Set(ids)
  const found = all.filter(
    ({ id, confidence }) =>
      (wanted?.has(id) ?? true) && (minConfidence === undefined || confidence >= minConfidence),
  )
  if (wanted && minConfidence === undefined && found.length < wanted.size)
    throw new AppError('suggestion.gone')
  return wanted || minConfidence !== undefined ? found : []
}
