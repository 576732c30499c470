import { type ColumnKind, columnKinds, columnOf } from '#main/core/allocation/columns.ts'
import { ofKeys } from '#main/core/allocation/entries.ts'
import { judge, type MonthCosts } from '#main/core/allocation/judge.ts'
import type { OutcomeColumn } from '#main/core/allocation/outcome.ts'
import { holdsOn, looksAtMonth, stretchesOf } from '#main/core/allocation/rule-dates.ts'
import type { Ledger } from '#main/ports/ledger.ts'
import type { ReadableDb, Revision } from '#main/store/db.ts'
import { hierarchies } from '#main/store/schema/allocation.ts'
import type { Day } from '#shared/lib/day.ts'
import { createPart, lastUsed } from '../kept.ts'
import type { KeySet } from '../ledger/key-set.ts'
import type { WorkedColumns } from '../ledger/worked-columns.ts'
import { readHierarchy } from '../ledger-where.ts'
import { basisOf } from './basis.ts'
import { closureOf, othersOf } from './closure.ts'
import { createKnownTags, type KnownTag, type KnownTags } from './known-tags.ts'
import { createMonthCosts } from './month-costs.ts'
import { tablesOf } from './rule-refs.ts'
import { type Gathered, ruleView } from './rule-view.ts'

type Parts = {
  read(): ReadableDb
  /** What has been committed until now: what people say of allocation holds at once. */
  live(): Revision
  /** What the ledger answers from; stands still while a sync runs. */
  revisionOf(workspaceId: string): Revision
  ledger(): Ledger
}

export type WorkedTags = WorkedColumns & Pick<KnownTags, 'tagsOf' | 'withDraft'>

/**
 * Virtual tags as columns of the ledger. `<id>` is who bears a cost, `<id>~direct` the same but for what is shared,
 * `<id>~marked` the same with what is shared marked, `<id>~rule` the number of the rule that decides.
 */
export function createWorkedTags({ read, live, revisionOf, ledger }: Parts): WorkedTags {
  const known = createKnownTags(read, live)
  const costsIn = createMonthCosts(ledger, revisionOf)
  const numberOf = createNumbers()
  const lasting = createShelf()
  /** What was worked out of a draft goes with it. */
  const ofDrafts = new WeakMap<KnownTag, Shelf>()
  const gathered = createGathered(read, live)
  /** Tags that are being worked out: rules that look at each other in a circle cannot be saved, and would never end. */
  const open = new Set<string>()

  const lookIn = (workspaceId: string) => ({
    find: (id: string) => known.find(workspaceId, id),
    hierarchyOf: (id: string) => gathered(workspaceId, id),
  })

  function tagOf(workspaceId: string, id: string): { tag: KnownTag; kind: ColumnKind } | null {
    const [tagId = '', suffix] = id.split('~')
    const tag = known.find(workspaceId, tagId)
    if (!tag) return null
    const kind = suffix === undefined ? 'all' : columnKinds.find((one) => one === suffix)
    return kind ? { tag, kind } : null
  }

  function versionOf(workspaceId: string, tag: KnownTag): number {
    const all = closureOf(tag, lookIn(workspaceId))
    const told = revisionOf(workspaceId)
    const said = live()
    const parts = all.map(({ number, rules }) => {
      const tables = tablesOf(rules)
      return `${number}.${told.of(tables.told)}.${said.of(tables.said)}`
    })
    return numberOf(`${workspaceId} ${tag.id}`, parts.join())
  }

  /** Equal texts, equal columns. */
  function stateOf(workspaceId: string, tag: KnownTag, day: Day): string {
    const all = closureOf(tag, lookIn(workspaceId))
    const isByMonth = all.some(({ rules }) => rules.some((rule) => rule.isOn && looksAtMonth(rule)))
    const active = all.map(({ rules }) => rules.map((rule) => (holdsOn(rule, day) ? 1 : 0)).join(''))
    return `${tag.id} ${versionOf(workspaceId, tag)} ${isByMonth ? day.slice(0, 7) : ''} ${active.join()}`
  }

  function shelfOf(tag: KnownTag): Shelf {
    if (!tag.takers) return lasting
    const shelf = ofDrafts.get(tag) ?? createShelf()
    ofDrafts.set(tag, shelf)
    return shelf
  }

  function work(workspaceId: string, id: string, day: Day, keys: KeySet): OutcomeColumn {
    const found = tagOf(workspaceId, id)
    if (!found || open.has(found.tag.id)) return { outcomes: [], places: new Int32Array(keys.size) }
    const { tag, kind } = found
    const state = stateOf(workspaceId, tag, day)
    const shelf = shelfOf(tag)
    return keptFor(shelf.columns, keys, `${kind} ${state}`, mostOf(keys), () => {
      open.add(tag.id)
      try {
        return made()
      } finally {
        open.delete(tag.id)
      }
    })

    function made(): OutcomeColumn {
      const rules = tag.rules.filter((rule) => holdsOn(rule, day))
      const look = lookIn(workspaceId)
      const costs = rules.some(({ cost }) => cost !== null) ? costsIn(workspaceId, day) : NO_COSTS
      const view = ruleView({
        keys,
        others: new Map(othersOf(rules, look).map((other) => [other, work(workspaceId, other, day, keys)])),
        hierarchyOf: look.hierarchyOf,
        costs,
      })
      const ruleOf = keptFor(shelf.verdicts, keys, state, 2, () => judge(rules, view, tag.takers?.note))
      const { copied } = view
      const decided = { rules, ruleOf, copied, currency: view.currency() }
      open.delete(tag.id)
      const basis = basisOf(ledger, read, { workspaceId, id: tag.id, day })
      return ofKeys(view.entries, keys.size, columnOf(decided, kind, basis))
    }
  }

  return {
    tagsOf: known.tagsOf,
    withDraft: known.withDraft,
    version({ workspaceId, id }) {
      const found = tagOf(workspaceId, id)
      return found && versionOf(workspaceId, found.tag)
    },
    stretches({ workspaceId, id, from, to }) {
      const found = tagOf(workspaceId, id)
      if (!found) return [from]
      const all = closureOf(found.tag, lookIn(workspaceId))
      return stretchesOf(
        all.flatMap(({ rules }) => rules),
        from,
        to,
      )
    },
    column: ({ workspaceId, id, stretch, keys }) => work(workspaceId, id, stretch, keys),
  }
}

type Shelf = ReturnType<typeof createShelf>

const createShelf = () => ({
  columns: new WeakMap<KeySet, Map<string, OutcomeColumn>>(),
  verdicts: new WeakMap<KeySet, Map<string, Int32Array>>(),
})

const NO_COSTS: MonthCosts = new Map()

/** So many columns of a set of keys are kept: the fewer the larger they are. */
const mostOf = ({ size }: KeySet): number => Math.min(200, Math.max(32, Math.floor(2e6 / (size + 1))))

function keptFor<T>(
  all: WeakMap<KeySet, Map<string, T>>,
  keys: KeySet,
  id: string,
  most: number,
  make: () => T,
): T {
  const own = all.get(keys) ?? new Map<string, T>()
  all.set(keys, own)
  return lastUsed(own, id, most, make)
}

/** A number for what is now, another one for what was before. */
function createNumbers() {
  const last = new Map<string, { text: string; number: number }>()
  let next = 0
  return (of: string, text: string): number => {
    const known = last.get(of)
    if (known?.text === text) return known.number
    next += 1
    last.delete(of)
    last.set(of, { text, number: next })
    // Drafts come and go.
    if (last.size > 1000) last.delete(last.keys().next().value ?? '')
    return next
  }
}

function createGathered(read: () => ReadableDb, live: () => Revision) {
  const parts = createPart<Map<string, Gathered | null>>([hierarchies])
  return (workspaceId: string, id: string): Gathered | null => {
    const all = parts.of({ revision: live() }, () => new Map<string, Gathered | null>())
    const key = `${workspaceId} ${id}`
    const found = all.get(key) ?? readHierarchy({ db: read(), workspaceId }, id) ?? null
    all.set(key, found)
    return found
  }
}
