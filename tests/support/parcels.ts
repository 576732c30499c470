import type { NumberColumn } from '#main/core/ledger/column.ts'
import type { KeyFields } from '#main/core/ledger/line.ts'
import { costColumns, type LineDetail, type Segment } from '#main/core/ledger/segment.ts'
import type { WritableDb } from '#main/store/db.ts'
import { addParcel } from '#main/store/repos/parcels.repo.ts'
import { createSegmentWriter } from '#main/store/repos/segment-writer.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, day } from '#shared/lib/day.ts'

/** A line of a file as a test says it; amounts are femtos. */
export type FileLine = {
  connectionId: string
  day: Day
  key: KeyFields
  billed: bigint
  effective: bigint
  list: bigint
  contracted: bigint
  /** What was consumed. */
  quantity: bigint | null
  /** What it is priced by, where that is told besides. */
  pricing?: bigint | null
  /** Counted from 00:00 UTC of its day; a whole day where nothing is said. */
  startSecond?: number
  seconds?: number
  detail: LineDetail | null
}

export const keyFields = (more: Partial<KeyFields> = {}): KeyFields => ({
  provider: 'selectel',
  billingAccount: 'account',
  subAccount: null,
  serviceCategory: 'Compute',
  service: 'Compute',
  region: null,
  zone: null,
  resourceRef: null,
  resourceName: null,
  resourceType: null,
  sku: null,
  skuName: null,
  chargeCategory: 'Usage',
  chargeClass: null,
  chargeFrequency: null,
  chargeDescription: null,
  pricingCategory: null,
  pricingUnit: null,
  consumedUnit: null,
  commitmentId: null,
  currency: 'RUB',
  tags: null,
  more: null,
  ...more,
})

export function fileLine(of: {
  connectionId?: string
  day?: string
  key?: Partial<KeyFields>
  femtos: bigint
  more?: Partial<FileLine>
}): FileLine {
  return {
    connectionId: of.connectionId ?? 'c1',
    day: day(of.day ?? '2026-11-01'),
    key: keyFields(of.key),
    billed: of.femtos,
    effective: of.femtos,
    list: of.femtos,
    contracted: of.femtos,
    quantity: null,
    detail: null,
    ...of.more,
  }
}

/** Writes a parcel as the import does, but for the file: it is read and not yet committed. Returns its number. */
export function readParcel(db: WritableDb, workspaceId: string, lines: readonly FileLine[]): number {
  const parcelId = addParcel(db, {
    workspaceId,
    status: 'ready',
    origin: 'terminal',
    fileName: 'lines.csv',
    files: [],
    bytes: 0,
    rowsIn: lines.length,
    rowsKept: lines.length,
    createdAtMs: 1,
  })
  const accounts = [...new Set(lines.map(({ connectionId }) => connectionId))]
  const writer = createSegmentWriter(db, {
    workspaceId,
    parcelId,
    connectionOf: (account) => accounts[account] ?? '',
  })
  const keys = numbered(lines, ({ connectionId, key }) => JSON.stringify([connectionId, key]))
  writer.keys(
    0,
    keys.firsts.map(({ connectionId, key }) => ({ account: accounts.indexOf(connectionId), fields: key })),
  )
  const details = numbered(lines, ({ detail }) => JSON.stringify(detail))
  writer.details(
    0,
    details.firsts.map(({ detail }) => detail ?? NO_DETAIL),
  )
  for (const [connectionId, own] of Map.groupBy(lines, (line) => line.connectionId)) {
    const account = accounts.indexOf(connectionId)
    for (const [month, rows] of Map.groupBy(own, (line) => line.day.slice(0, 7)))
      writer.segment(segmentOf(account, month, rows, { keys: keys.of, details: details.of, all: lines }))
    for (const [at, rows] of Map.groupBy(own, (line) => `${line.day}${line.key.currency}`))
      writer.days([
        {
          account,
          day: day(at.slice(0, 10)),
          currency: at.slice(10) as Currency,
          lines: rows.length,
          billed: sum(rows, 'billed'),
          effective: sum(rows, 'effective'),
          list: sum(rows, 'list'),
          contracted: sum(rows, 'contracted'),
        },
      ])
  }
  return parcelId
}

const NO_DETAIL: LineDetail = {
  invoiceId: null,
  invoiceDetailId: null,
  billingPeriodStart: null,
  billingPeriodEnd: null,
  listUnitPrice: null,
  contractedUnitPrice: null,
  pricingCurrencyListUnitPrice: null,
  pricingCurrencyContractedUnitPrice: null,
  pricingCurrencyEffectiveCost: null,
  extra: null,
}

const sum = (rows: readonly FileLine[], name: (typeof costColumns)[number]): bigint =>
  rows.reduce((total, row) => total + row[name], 0n)

function numbered(lines: readonly FileLine[], identify: (line: FileLine) => string) {
  const found = new Map<string, { number: number; line: FileLine }>()
  for (const line of lines) {
    const id = identify(line)
    if (!found.has(id)) found.set(id, { number: found.size, line })
  }
  return {
    firsts: [...found.values()].map(({ line }) => line),
    of: (line: FileLine): number => found.get(identify(line))?.number ?? -1,
  }
}

type Numbers = { keys(line: FileLine): number; details(line: FileLine): number; all: readonly FileLine[] }

function segmentOf(
  account: number,
  month: string,
  rows: readonly FileLine[],
  { keys, details, all }: Numbers,
): Segment {
  const dayOf = (line: FileLine): number => Number(line.day.slice(8))
  const costs = Object.fromEntries(
    costColumns.map((name) => [name, numbers(rows.map((row) => row[name]))]),
  ) as Segment['numbers']
  const hasQuantity = rows.some(({ quantity }) => quantity !== null)
  const hasPricing = rows.some(({ pricing = null }) => pricing !== null)
  return {
    account,
    month,
    lines: rows.length,
    days: rows.reduce((bits, line) => bits | (1 << (dayOf(line) - 1)), 0),
    numbers: {
      ...costs,
      ...(hasQuantity ? { consumedQuantity: numbers(rows.map(({ quantity }) => quantity)) } : {}),
      ...(hasPricing ? { pricingQuantity: numbers(rows.map(({ pricing = null }) => pricing)) } : {}),
    },
    indexes: {
      day: Uint8Array.from(rows, dayOf),
      key: Int32Array.from(rows, keys),
      detail: Int32Array.from(rows, details),
      startSecond: Int32Array.from(rows, ({ startSecond = 0 }) => startSecond),
      seconds: Int32Array.from(rows, ({ seconds = 86_400 }) => seconds),
      sourceLine: Int32Array.from(rows, (row) => all.indexOf(row) + 2),
    },
  }
}

/** The least scale at which all of them are whole, as long as they fit; wide else. */
function numbers(values: readonly (bigint | null)[]): NumberColumn {
  const nulls = values.includes(null) ? new Uint8Array(Math.ceil(values.length / 8)) : null
  if (nulls)
    for (const [i, value] of values.entries())
      if (value === null) nulls[i >> 3] = (nulls[i >> 3] ?? 0) | (1 << (i & 7))
  const all = values.map((value) => value ?? 0n)
  let scale = 0
  while (scale < 15 && all.some((value) => value % 10n ** BigInt(15 - scale) !== 0n)) scale += 1
  const unit = 10n ** BigInt(15 - scale)
  if (all.every((value) => value / unit < 2n ** 53n && -value / unit < 2n ** 53n)) {
    const scaled = all.map((value) => Number(value / unit))
    const isSmall = scaled.every((value) => Math.abs(value) < 2 ** 31)
    return {
      kind: 'scaled',
      scale,
      nulls,
      values: isSmall ? Int32Array.from(scaled) : Float64Array.from(scaled),
    }
  }
  return {
    kind: 'wide',
    nulls,
    micros: BigInt64Array.from(all, (value) => value / 1_000_000_000n),
    rests: Int32Array.from(all, (value) => Number(value % 1_000_000_000n)),
  }
}
