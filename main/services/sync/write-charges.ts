import { createHash } from 'node:crypto'
import type { Charge } from '#main/core/model/findings.ts'
import type { Charged } from '#main/core/sync/past.ts'
import type { ChargeKey } from '#main/store/repos/charge-keys.ts'
import { hashOfKey } from '#main/store/repos/charge-keys.ts'
import { allAs, createChargesWriter, readDigests } from '#main/store/repos/charges-writer.ts'
import type { CostLine } from '#main/store/repos/costs.repo.ts'
import type { UndoWriter } from '#main/store/repos/undo-writer.ts'
import type { Store } from '#main/store/store.ts'
import type { Provider } from '#shared/contract/values.ts'
import { addDays, type Day } from '#shared/lib/day.ts'
import { inSlices, pump, STEP, untilDone } from './pump.ts'

type Parts = {
  store: Store
  signal: AbortSignal
  workspaceId: string
  connectionId: string
  provider: Provider
  accountRef: string
  snapshotId: number
  undo: UndoWriter
  nowMs(): number
  frequency: NonNullable<ChargeKey['chargeFrequency']>
  /** What the store has already needs no explaining. */
  isKnown(ref: string): boolean
}

/** The key itself is made only for what is written: most days are told as before. */
type Sum = { charge: Charge; femtos: bigint; quantity: bigint | null }

const SWEPT_KEYS = 2_000
/** A digest of a set: the sum of its members' hashes, whatever their order. */
const DIGEST_SPACE = 2n ** 128n

/** Brings days of the ledger to what the provider told of them; days that are told as before cost a hash and no write. */
export function createLedgerWriter(parts: Parts) {
  const { store, signal, connectionId } = parts
  const writer = store.transaction((db) => createChargesWriter(db, parts))
  /** What changed days name: for what neither bill nor inventory has any more. */
  const charged = new Map<string, Charged>()

  async function write(from: Day, to: Day, lines: readonly Charge[]): Promise<void> {
    const days = await pump(sumByDay(from, to, lines, parts), signal)
    const known = readDigests(store.read, connectionId, { from, to })
    for (const [day, { sums, digest, count }] of days) {
      if (known.get(day) === digest) continue
      const kept = new Set<number>()
      await inSlices(store, sums.values(), signal, (_, sum) => {
        for (const id of writer.put([lineOf(sum, parts)])) kept.add(id)
      })
      if (known.has(day)) await sweep(day, (id) => kept.has(id))
      store.transaction(() => writer.endDay(day, { digest, lines: count, toldAtMs: parts.nowMs() }), STEP)
    }
    for (const line of lines) if (!parts.isKnown(line.ref)) note(line)
  }

  async function sweep(day: Day, isKept: (id: number) => boolean): Promise<void> {
    let afterKey: number | null = 0
    await untilDone(() => {
      const page = { afterKey: afterKey ?? 0, limit: SWEPT_KEYS }
      afterKey = store.transaction(() => writer.sweep({ from: day, to: day }, isKept, page), STEP)
      return afterKey !== null
    }, signal)
  }

  function note({ ref, name, kind, parentRef, service, region, zone, project, sku }: Charge): void {
    const before = charged.get(ref)
    const skus = sku === null ? [] : [sku]
    if (!before) charged.set(ref, { ref, name, kind, parentRef, service, region, zone, project, skus })
    else if (sku !== null && !before.skus.includes(sku))
      charged.set(ref, { ...before, skus: [...before.skus, sku] })
  }

  return { write, charged }
}

type DaySums = { sums: Map<string, Sum>; digest: string; count: number }

/** One line for each key and day: what the provider tells in pieces is one cost. */
function* sumByDay(
  from: Day,
  to: Day,
  lines: readonly Charge[],
  parts: Parts,
): Generator<void, Map<Day, DaySums>> {
  const days = new Map<Day, Map<string, Sum>>()
  for (let day = from; day <= to; day = addDays(day, 1)) days.set(day, new Map())
  for (const [index, charge] of lines.entries()) {
    if (index % 100 === 0) yield
    const sums = days.get(charge.day)
    // A provider that answers with days that nobody asked for would write over days that it was not asked about.
    if (!sums) continue
    const hash = hashOfKey(keyOf(charge, parts))
    const before = sums.get(hash)
    if (before) addTo(before, charge)
    else sums.set(hash, { charge, femtos: charge.billed.femtos, quantity: charge.quantity })
  }
  const result = new Map<Day, DaySums>()
  for (const [day, sums] of days) {
    let digest = BigInt(sums.size)
    for (const [hash, sum] of sums) {
      digest = (digest + hashOfSum(hash, sum)) % DIGEST_SPACE
      if (digest % 16n === 0n) yield
    }
    result.set(day, { sums, digest: digest.toString(36), count: sums.size })
  }
  return result
}

function addTo(sum: Sum, charge: Charge): void {
  sum.femtos += charge.billed.femtos
  if (charge.quantity !== null) sum.quantity = (sum.quantity ?? 0n) + charge.quantity
}

function hashOfSum(hash: string, { femtos, quantity }: Sum): bigint {
  const bytes = createHash('sha256').update(`${hash} ${femtos} ${quantity}`).digest()
  return bytes.readBigUInt64LE(0) * 2n ** 64n + bytes.readBigUInt64LE(8)
}

const lineOf = ({ charge, femtos, quantity }: Sum, parts: Parts): CostLine => ({
  key: keyOf(charge, parts),
  day: charge.day,
  invoice: null,
  quantity,
  ...allAs(femtos),
})

function keyOf(charge: Charge, { connectionId, provider, accountRef, frequency }: Parts): ChargeKey {
  return {
    connectionId,
    provider,
    billingAccount: accountRef,
    subAccount: charge.project,
    serviceCategory: charge.serviceCategory,
    service: charge.service,
    region: charge.region,
    zone: charge.zone,
    resourceRef: charge.ref,
    resourceName: charge.name,
    resourceType: charge.kind,
    sku: charge.sku,
    skuName: charge.skuName,
    chargeCategory: 'Usage',
    chargeClass: null,
    chargeFrequency: frequency,
    chargeDescription: charge.description,
    pricingCategory: 'Standard',
    pricingUnit: charge.unit,
    consumedUnit: charge.unit,
    commitmentId: null,
    currency: charge.billed.currency,
    tags: null,
    resourceId: null,
  }
}
