import type { Ledger, LedgerSpan } from '#main/ports/ledger.ts'
import type { ReadableDb, Revision } from '#main/store/db.ts'
import { lastUsed } from '../kept.ts'
import { differ } from '../ledger-past/differ.ts'
import { aggregate, keyDimensions } from './aggregate.ts'
import { countGroups } from './count-groups.ts'
import { readCovered } from './covered.ts'
import { itemise } from './items.ts'
import type { KeyDimension } from './key-set.ts'
import { everyLine, readPage } from './line-pages.ts'
import type { LineSource } from './line-runs.ts'
import { rank } from './rank.ts'
import { Selection } from './selection.ts'
import { createTiers, type Tiers } from './tiers.ts'
import { listValues } from './values.ts'
import { noWorkedColumns, type WorkedColumns } from './worked-columns.ts'

const MOST_SELECTIONS = 24
const MOST_WORKSPACES = 4

type Kept = { tiers: Tiers; selections: Map<string, Selection> }

/**
 * The ledger's port over the store of this program: what files tell as columns of their own, what APIs tell by day in the
 * same form, both added up by one loop in whole numbers. Called with a reader, because the store behind it can be
 * replaced; `revisionOf` says from when on what is kept in memory does not hold any more.
 */
export function createSqliteLedger(
  read: () => ReadableDb,
  revisionOf: (workspaceId: string) => Revision,
  _worked: WorkedColumns = noWorkedColumns,
): Ledger {
  const workspaces = new Map<string, Kept>()

  function keptOf(workspaceId: string): Kept {
    const kept = lastUsed(workspaces, workspaceId, MOST_WORKSPACES, () => ({
      tiers: createTiers(read, () => revisionOf(workspaceId), workspaceId),
      selections: new Map(),
    }))
    kept.tiers.begin()
    return kept
  }

  function selectionOf(
    { tiers, selections }: Kept,
    dimensions: readonly KeyDimension[],
    { filter = {} }: Pick<LedgerSpan, 'filter'>,
    tagKey?: string,
  ): Selection {
    // Of which parcels and accounts lines are looked at is not a matter of their keys.
    const { importId: _, ...asked } = filter
    const isLinked = dimensions.includes('resource') || asked.resourceIds !== undefined
    const id = JSON.stringify([dimensions, tagKey, asked, isLinked ? tiers.linked() : null])
    return lastUsed(selections, id, MOST_SELECTIONS, () => new Selection(dimensions, asked, tagKey))
  }

  function linesOf(span: LedgerSpan): LineSource {
    const kept = keptOf(span.workspaceId)
    return { tiers: kept.tiers, kept: selectionOf(kept, [], span) }
  }

  return {
    aggregate(question) {
      const kept = keptOf(question.workspaceId)
      const selection = selectionOf(kept, keyDimensions(question.groupBy), question, question.tagKey)
      return aggregate(kept.tiers, selection, question)
    },
    rank(question) {
      const kept = keptOf(question.workspaceId)
      const selection = selectionOf(kept, keyDimensions(question.groupBy), question, question.tagKey)
      return rank(kept.tiers, selection, question)
    },
    cube() {
      throw new Error('not written yet')
    },
    countResources(span) {
      const kept = keptOf(span.workspaceId)
      const selection = selectionOf(kept, ['connection', 'resourceRef'], span)
      return countGroups(kept.tiers, selection, span, ({ keys }) => keys[1] !== null)
    },
    itemise: (of) => itemise(keptOf(of.workspaceId).tiers, of),
    differ: (of) => differ(read, of),
    coverage: (workspaceId) => readCovered(read(), workspaceId),
    page: (of) => readPage(linesOf(of), of),
    lines: (span) => everyLine(linesOf(span), span),
    values: (of) => listValues(keptOf(of.workspaceId).tiers, of),
  }
}
