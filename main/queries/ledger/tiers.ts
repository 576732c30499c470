import { and, eq, inArray } from 'drizzle-orm'
import { collectTexts } from '#main/core/ledger/text-column.ts'
import type { CubeQuestion, LedgerSpan } from '#main/ports/ledger.ts'
import type { ReadableDb, Revision } from '#main/store/db.ts'
import { chargeKeys, dailyCosts } from '#main/store/schema/costs.ts'
import { resourceAliases, resources } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'
import type { Day } from '#shared/lib/day.ts'
import { createPart } from '../kept.ts'
import { NO_HOUR } from './bins.ts'
import { createByteCache } from './byte-cache.ts'
import { type DayRows, daysToRead, readDayRows, readFactRows } from './day-rows.ts'
import { type DaySums, readDaySums } from './day-sums.ts'
import { createFactKeys } from './fact-keys.ts'
import { createInventoryFacts, type InventoryFacts } from './inventory-facts.ts'
import { createInventoryLinks, type InventoryLinks } from './inventory-links.ts'
import { invoiced } from './invoices.ts'
import type { KeySet } from './key-set.ts'
import { bytesOfLanes, type Lane } from './lanes.ts'
import { daysWithin, type LiveSegment, readLiveSegments } from './live-segments.ts'
import { createParcelKeys } from './parcel-keys.ts'
import {
  type From,
  segmentHours,
  segmentInvoices,
  segmentLanes,
  segmentQuantities,
  segmentRows,
} from './segment-columns.ts'
import type { Rows } from './sums.ts'

/** Columns of lines and of daily sums; what is used least goes first. */
const MOST_BYTES = 160e6
/** The same for single lines, which are shown a page at a time. */
const MOST_SINGLE_BYTES = 32e6

/** Lines or daily sums of one month and one set of keys; `mask` says which of their days are asked for and count. */
export type Part = {
  month: string
  keys: KeySet
  mask: number
  /** Of lines of a file. */
  segment: LiveSegment | null
  /** Of what an API told: one day. */
  day: Day | null
  read(metric: CubeMetric): { rows: Rows; lanes: readonly Lane[] }
  /** Of each row, the hour of the billing day. */
  hours(): Uint8Array
}

type CubeMetric = CubeQuestion['metric']

export type Tiers = ReturnType<typeof createTiers>

/** What the ledger of one organisation is read from, each piece kept for as long as what it was made from stands. */
export function createTiers(read: () => ReadableDb, revisionOf: () => Revision, workspaceId: string) {
  const columns = createByteCache(MOST_BYTES)
  const single = createByteCache(MOST_SINGLE_BYTES)
  const from: From = { read, columns }
  const segments = createPart<LiveSegment[]>([parcelDays])
  const factKeys = createPart<KeySet>([chargeKeys])
  const links = createPart<InventoryLinks>([resources, resourceAliases])
  const facts = createPart<InventoryFacts>([resources, resourceAliases, resourceOverrides])
  const shadows = createPart<ReadonlyMap<string, ReadonlySet<string>>>([parcelDays, chargeKeys])
  const told = createPart<Day[]>([dailyCosts])
  const daySums = createPart<DaySums>([parcelDays])
  const keysByParcel = new Map<number, KeySet>()
  let current = revisionOf()
  let store = current.of([])

  const now = () => ({ revision: current })
  const linksNow = (): InventoryLinks => links.of(now(), () => createInventoryLinks(read))
  const factsNow = (): InventoryFacts => facts.of(now(), () => createInventoryFacts(read, workspaceId))
  const keysOfFacts = (): KeySet => factKeys.of(now(), () => createFactKeys(read, workspaceId, factsNow))

  /** One question is answered as of one moment. */
  function begin(): void {
    current = revisionOf()
    const at = current.of([])
    if (at === store) return
    // Another file stands in the store's place: the same numbers may mean something else.
    store = at
    columns.clear()
    single.clear()
    keysByParcel.clear()
  }

  function live(): LiveSegment[] {
    return segments.of(now(), () => {
      const found = readLiveSegments(read(), workspaceId)
      const ids = new Set(found.map(({ parcelId }) => parcelId))
      for (const id of keysByParcel.keys()) if (!ids.has(id)) keysByParcel.delete(id)
      return found
    })
  }

  function keysOfParcel(id: number): KeySet {
    const known = keysByParcel.get(id) ?? createParcelKeys(read, id, { links: linksNow, facts: factsNow })
    keysByParcel.set(id, known)
    return known
  }

  function dayRows(day: Day, metric: CubeMetric): DayRows {
    const keys = keysOfFacts()
    const shadowed = shadows.of(now(), () => readShadows(read(), keys)).get(day)
    return columns.get(`${day} ${metric} ${stateOf(shadowed)}`, () => {
      const value =
        metric === 'quantity'
          ? readFactRows(read(), { workspaceId, day, metric }, { keys, shadowed })
          : readDayRows(read(), { workspaceId, day, metric }, { keys, shadowed })
      return { value, bytes: value.rows.count * 9 + bytesOfLanes(value.lanes) + 200 }
    })
  }

  const stateOf = (shadowed: ReadonlySet<string> | undefined): string =>
    `${current.of(TOLD)} ${shadowed ? [...shadowed].join() : ''}`

  function dayInvoices(day: Day, metric: CubeMetric): DayRows & { keys: KeySet } {
    const keys = keysOfFacts()
    const shadowed = shadows.of(now(), () => readShadows(read(), keys)).get(day)
    const state = `${current.of(KEYS)} ${stateOf(shadowed)}`
    return columns.get(`${day} ${metric} by invoice ${state}`, () => {
      const found = readFactRows(read(), { workspaceId, day, metric }, { keys, shadowed })
      const own = invoiced(
        keys,
        found.rows.keys,
        collectTexts(found.invoices, (invoice) => invoice),
      )
      const rows = { ...found.rows, keys: own.rowKeys }
      const bytes = rows.count * 17 + bytesOfLanes(found.lanes) + 400
      return { value: { rows, lanes: found.lanes, keys: own.keys }, bytes }
    })
  }

  /** The same with keys that are told apart by invoice. */
  function byInvoice(part: Part, metric: CubeMetric): Part {
    const { segment, day, keys } = part
    if (day) {
      const found = dayInvoices(day, metric)
      return { ...part, keys: found.keys, read: () => found }
    }
    if (!segment) return part
    const own = segmentInvoices(from, segment, keys)
    return {
      ...part,
      keys: own.keys,
      read(asked) {
        const { rows, lanes } = part.read(asked)
        return { rows: { ...rows, keys: own.rowKeys }, lanes }
      },
    }
  }

  const factParts = (from: Day, to: Day): Part[] =>
    told
      .of(now(), () => daysToRead(read(), workspaceId, FIRST, LAST))
      .filter((day) => day >= from && day <= to)
      .map((day) => ({
        month: day.slice(0, 7),
        keys: keysOfFacts(),
        mask: -1,
        segment: null,
        day,
        read: (metric) => dayRows(day, metric),
        hours: () => new Uint8Array(dayRows(day, 'billed').rows.count).fill(NO_HOUR),
      }))

  function summedParts(from: Day, to: Day): Part[] {
    const { keys, months } = daySums.of(now(), () => readDaySums(read(), workspaceId))
    return [...months]
      .map(([month, { rows, lanes }]): Part => {
        const mask = daysWithin(month, from, to)
        return {
          month,
          keys,
          mask,
          segment: null,
          day: null,
          read: (metric) => ({ rows, lanes: metric === 'quantity' ? [] : lanes[metric] }),
          hours: () => new Uint8Array(rows.count).fill(NO_HOUR),
        }
      })
      .filter(({ mask }) => mask !== 0)
  }

  return {
    begin,
    read,
    single,
    live,
    keysOfFacts,
    keysOfParcel,
    /** Which resources lines are linked to, and what those are for; another number when that may have changed. */
    linked: (): number => current.of(LINKS),
    byInvoice,
    /** In order of month; of a month first what files tell. `isByDay`: days and accounts are all that matters. */
    parts({ from: first, to: last, filter = {} }: LedgerSpan, isByDay = false): Part[] {
      const { connectionIds, importId } = filter
      if (isByDay) return inOrder([...summedParts(first, last), ...factParts(first, last)])
      const asked = connectionIds && new Set(connectionIds)
      const parts = live()
        .filter(
          (one) =>
            (!asked || asked.has(one.connectionId)) && (importId === undefined || one.parcelId === importId),
        )
        .map((segment): Part => {
          const mask = segment.liveDays & daysWithin(segment.month, first, last)
          const keys = keysOfParcel(segment.parcelId)
          return {
            month: segment.month,
            keys,
            mask,
            segment,
            day: null,
            read: (metric) =>
              metric === 'quantity'
                ? segmentQuantities(from, segment, keys)
                : { rows: segmentRows(from, segment), lanes: segmentLanes(from, segment.id, metric) },
            hours: () => segmentHours(from, segment, keys),
          }
        })
        .filter(({ mask }) => mask !== 0)
      return importId === undefined ? inOrder([...parts, ...factParts(first, last)]) : parts
    },
  }
}

const TOLD = ['daily_costs', 'cost_facts']
const KEYS = ['charge_keys']
const inOrder = (parts: Part[]): Part[] =>
  parts.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))

const LINKS = ['resources', 'resource_aliases', 'resource_overrides']
const FIRST = '0000-01-01' as Day
const LAST = '9999-12-31' as Day

/** By day, the accounts whose files count for it: what their API tells of the day does not. */
function readShadows(db: ReadableDb, keys: KeySet): Map<string, Set<string>> {
  const connectionIds = keys.column('connectionId').texts
  const rows = db
    .selectDistinct({ connectionId: parcelDays.connectionId, day: parcelDays.day })
    .from(parcelDays)
    .where(and(inArray(parcelDays.connectionId, [...connectionIds]), eq(parcelDays.isLive, true)))
    .orderBy(parcelDays.day, parcelDays.connectionId)
    .all()
  const found = new Map<string, Set<string>>()
  for (const { connectionId, day } of rows)
    found.set(day, (found.get(day) ?? new Set<string>()).add(connectionId))
  return found
}
