import type { Ledger, LedgerSpan } from '#main/ports/ledger.ts'
import type { ReadableDb, Revision } from '#main/store/db.ts'
import { lastUsed } from '../kept.ts'
import { differ } from '../ledger-past/differ.ts'
import { aggregate, keyDimensions } from './aggregate.ts'
import { isOfInventory } from './column-of.ts'
import { asksInventory } from './conditions.ts'
import { countGroups } from './count-groups.ts'
import { readCovered } from './covered.ts'
import { createCube } from './cube.ts'
import { describe } from './describe.ts'
import { itemise } from './items.ts'
import type { KeyDimension } from './key-set.ts'
import { KeyTuples } from './key-tuples.ts'
import { everyLine, readPage } from './line-pages.ts'
import type { LineSource } from './line-runs.ts'
import { countTags, readNames } from './names.ts'
import { rank } from './rank.ts'
import { readAhead } from './read-ahead.ts'
import { resourcesBy } from './resources-by.ts'
import { Selection, type SelectionAsked, virtualIdsOf } from './selection.ts'
import { createTiers, type Tiers } from './tiers.ts'
import { listValues } from './values.ts'
import { noWorkedColumns, type WorkedColumns } from './worked-columns.ts'

const MOST_SELECTIONS = 24
/** Cells of a cube kept at once; where there are more, those are added up again that somebody looks at. */
const MOST_CELLS = 1e6
const MOST_TUPLES = 12
const MOST_WORKSPACES = 4
const READ_AHEAD = ['parcels', 'parcel_days', 'charge_keys', 'daily_costs', 'cost_facts']

type Kept = { tiers: Tiers; selections: Map<string, Selection>; tuples: Map<string, KeyTuples> }

/**
 * The ledger's port over the store of this program: what files tell as columns of their own, what APIs tell by day in the
 * same form, both added up by one loop in whole numbers. Called with a reader, because the store behind it can be
 * replaced; `revisionOf` says from when on what is kept in memory does not hold any more.
 */
export function createSqliteLedger(
  read: () => ReadableDb,
  revisionOf: (workspaceId: string) => Revision,
  worked: WorkedColumns = noWorkedColumns,
  mostCells = MOST_CELLS,
): Ledger {
  const workspaces = new Map<string, Kept>()

  function keptOf(workspaceId: string): Kept {
    const kept = lastUsed(workspaces, workspaceId, MOST_WORKSPACES, () => ({
      tiers: createTiers(read, () => revisionOf(workspaceId), workspaceId),
      selections: new Map(),
      tuples: new Map(),
    }))
    kept.tiers.begin()
    return kept
  }

  function selectionOf(
    { tiers, selections, tuples }: Kept,
    { workspaceId, filter = {} }: Pick<LedgerSpan, 'workspaceId' | 'filter'>,
    dimensions: readonly KeyDimension[],
    unit: SelectionAsked['unit'] = 'currency',
  ): Selection {
    // Of which parcels and accounts lines are looked at is not a matter of their keys.
    const { importId: _, ...kept } = filter
    const asked = { dimensions, filter: kept, unit }
    const isLinked =
      kept.resourceIds !== undefined ||
      dimensions.some(isOfInventory) ||
      (kept.where ?? []).flat().some(asksInventory)
    const versions = virtualIdsOf(asked).map((id) => worked.version({ workspaceId, id }))
    const id = JSON.stringify([asked, isLinked ? tiers.linked() : null, versions])
    return lastUsed(
      selections,
      id,
      MOST_SELECTIONS,
      () =>
        new Selection(
          asked,
          {
            stretches: (of) => worked.stretches({ workspaceId, ...of }),
            column: (of) => worked.column({ workspaceId, ...of }),
          },
          lastUsed(tuples, dimensions.join(), MOST_TUPLES, () => new KeyTuples()),
        ),
    )
  }

  function linesOf(span: LedgerSpan): LineSource {
    const kept = keptOf(span.workspaceId)
    return { tiers: kept.tiers, kept: selectionOf(kept, span, []) }
  }

  return {
    aggregate(question) {
      const kept = keptOf(question.workspaceId)
      const selection = selectionOf(kept, question, keyDimensions(question))
      return aggregate(kept.tiers, selection, question)
    },
    rank(question) {
      const kept = keptOf(question.workspaceId)
      const selection = selectionOf(kept, question, keyDimensions(question))
      return rank(kept.tiers, selection, question)
    },
    cube(question) {
      const kept = keptOf(question.workspaceId)
      const unit = question.metric === 'quantity' ? 'quantity' : 'currency'
      return createCube(kept.tiers, selectionOf(kept, question, question.groupBy, unit), question, mostCells)
    },
    countResources(span) {
      const kept = keptOf(span.workspaceId)
      const selection = selectionOf(kept, span, ['resource'])
      return countGroups(kept.tiers, selection, span, ({ keys }) => keys[0] !== null)
    },
    resourcesBy(of) {
      const kept = keptOf(of.workspaceId)
      // Currencies are told apart anyway: the sums of the same dimension are worked out from the same selection.
      const { currencies, ...filter } = of.filter ?? {}
      return resourcesBy(kept.tiers, selectionOf(kept, { ...of, filter }, [of.dimension]), {
        ...of,
        currencies,
      })
    },
    itemise: (of) => itemise(keptOf(of.workspaceId).tiers, of),
    differ: (of) => differ(read, of),
    coverage: (workspaceId) => readCovered(read(), workspaceId),
    page: (of) => readPage(linesOf(of), of),
    lines: (span) => everyLine(linesOf(span), span),
    values: (of) => listValues(keptOf(of.workspaceId).tiers, of),
    names: (of) => readNames(keptOf(of.workspaceId).tiers, of),
    describe: (of) => describe(keptOf(of.workspaceId).tiers, of),
    *readAhead(span) {
      const { tiers } = keptOf(span.workspaceId)
      const at = revisionOf(span.workspaceId).of(READ_AHEAD)
      for (const _ of readAhead(tiers, span)) {
        yield
        // What was begun with stands no more: whoever asks next reads what does.
        if (revisionOf(span.workspaceId).of(READ_AHEAD) !== at) return
      }
    },
    countTags: (span) => countTags(keptOf(span.workspaceId).tiers, span),
  }
}
