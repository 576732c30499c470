import { and, eq, inArray } from 'drizzle-orm'
import { decodeIndex, decodeNumbers } from '#main/core/ledger/column.ts'
import type { SegmentColumnName } from '#main/core/ledger/segment.ts'
import type { CubeQuestion, LedgerMetric, LedgerSpan } from '#main/ports/ledger.ts'
import type { ReadableDb, Revision } from '#main/store/db.ts'
import { chargeKeys, dailyCosts } from '#main/store/schema/costs.ts'
import { resourceAliases, resources } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'
import { parcelDays, segmentColumns } from '#main/store/schema/ledger.ts'
import type { Day } from '#shared/lib/day.ts'
import { createPart } from '../kept.ts'
import { type ByteCache, createByteCache } from './byte-cache.ts'
import { type DayRows, daysToRead, readDayRows, readFactRows } from './day-rows.ts'
import { type DaySums, readDaySums } from './day-sums.ts'
import { createFactKeys } from './fact-keys.ts'
import { createInventoryFacts, type InventoryFacts } from './inventory-facts.ts'
import { createInventoryLinks, type InventoryLinks } from './inventory-links.ts'
import type { KeySet } from './key-set.ts'
import { bytesOfLanes, type Lane, lanesOf } from './lanes.ts'
import { daysWithin, type LiveSegment, readLiveSegments } from './live-segments.ts'
import { createParcelKeys } from './parcel-keys.ts'
import { quantityRows } from './quantities.ts'
import { onesOf, type Rows } from './sums.ts'
import { keysPricedAsConsumed } from './units.ts'

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
}

type CubeMetric = CubeQuestion['metric']

export type Tiers = ReturnType<typeof createTiers>

/** What the ledger of one organisation is read from, each piece kept for as long as what it was made from stands. */
export function createTiers(read: () => ReadableDb, revisionOf: () => Revision, workspaceId: string) {
  const columns = createByteCache(MOST_BYTES)
  const single = createByteCache(MOST_SINGLE_BYTES)
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
    const told = current.of(DAILY)
    const id = `${day} ${metric} ${told} ${shadowed ? [...shadowed].join() : ''}`
    return columns.get(id, () => {
      const value =
        metric === 'quantity'
          ? readFactRows(read(), { workspaceId, day, metric }, { keys, shadowed })
          : readDayRows(read(), { workspaceId, day, metric }, { keys, shadowed })
      return { value, bytes: value.rows.count * 9 + bytesOfLanes(value.lanes) + 200 }
    })
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
    /** In order of month; of a month first what files tell. `isByDay`: days and accounts are all that matters. */
    parts({ from, to, filter = {} }: LedgerSpan, isByDay = false): Part[] {
      const { connectionIds, importId } = filter
      if (isByDay) return inOrder([...summedParts(from, to), ...factParts(from, to)])
      const asked = connectionIds && new Set(connectionIds)
      const parts = live()
        .filter(
          (one) =>
            (!asked || asked.has(one.connectionId)) && (importId === undefined || one.parcelId === importId),
        )
        .map((segment): Part => {
          const mask = segment.liveDays & daysWithin(segment.month, from, to)
          return {
            month: segment.month,
            keys: keysOfParcel(segment.parcelId),
            mask,
            segment,
            day: null,
            read: (metric) =>
              metric === 'quantity'
                ? segmentQuantities({ read, columns }, segment, keysOfParcel(segment.parcelId))
                : {
                    rows: segmentRows({ read, columns }, segment),
                    lanes: segmentLanes({ read, columns }, segment.id, metric),
                  },
          }
        })
        .filter(({ mask }) => mask !== 0)
      return importId === undefined ? inOrder([...parts, ...factParts(from, to)]) : parts
    },
  }
}

const DAILY = ['daily_costs']
const inOrder = (parts: Part[]): Part[] =>
  parts.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))

const LINKS = ['resources', 'resource_aliases', 'resource_overrides']
const FIRST = '0000-01-01' as Day
const LAST = '9999-12-31' as Day

type From = { read: () => ReadableDb; columns: ByteCache }

function segmentRows({ read, columns }: From, { id, lines }: LiveSegment): Rows {
  return columns.get(`${id} rows`, () => {
    const found = readColumns(read(), id, ['day', 'key'])
    const rows = {
      count: lines,
      days: Uint8Array.from(decodeIndex(found.get('day') ?? NO_BYTES)),
      keys: Int32Array.from(decodeIndex(found.get('key') ?? NO_BYTES)),
      lines: onesOf(lines),
    }
    return { value: rows, bytes: lines * 5 }
  })
}

function segmentQuantities({ read, columns }: From, segment: LiveSegment, keys: KeySet) {
  const rows = segmentRows({ read, columns }, segment)
  return columns.get(`${segment.id} quantity`, () => {
    const found = readColumns(read(), segment.id, ['pricingQuantity', 'consumedQuantity'])
    const [pricing, consumed] = [found.get('pricingQuantity'), found.get('consumedQuantity')]
    const value = quantityRows(
      rows,
      {
        pricing: pricing ? decodeNumbers(pricing) : null,
        consumed: consumed ? decodeNumbers(consumed) : null,
      },
      keysPricedAsConsumed(keys),
    )
    return { value, bytes: bytesOfLanes(value.lanes) + segment.lines * 4 }
  })
}

function segmentLanes({ read, columns }: From, id: number, metric: LedgerMetric): readonly Lane[] {
  return columns.get(`${id} ${metric}`, () => {
    const data = readColumns(read(), id, [metric]).get(metric)
    const lanes = data ? lanesOf(decodeNumbers(data)) : []
    return { value: lanes, bytes: bytesOfLanes(lanes) }
  })
}

const NO_BYTES = new Uint8Array(16)

export const readColumns = (
  db: ReadableDb,
  segmentId: number,
  names: readonly SegmentColumnName[],
): Map<SegmentColumnName, Buffer> =>
  new Map(
    db
      .select({ name: segmentColumns.name, data: segmentColumns.data })
      .from(segmentColumns)
      .where(and(eq(segmentColumns.segmentId, segmentId), inArray(segmentColumns.name, [...names])))
      .all()
      .map(({ name, data }) => [name, data]),
  )

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
