import type { EffectKind } from '#shared/contract/explorer.ts'
import { divideHalfAway } from '#shared/lib/decimal.ts'

/** What a thing cost on one side: in the view's currency, as billed, by the list, and how much of it there was. */
export type Side = {
  amount: bigint
  /** In the currency of the bill; the amount itself where nothing was converted. */
  native: bigint
  /** By the list, in the currency of the bill. */
  list: bigint
  /** Femtos; null where the bill counts nothing, or counts in several units. */
  quantity: bigint | null
}

export type Change = {
  /** Null: no lines on that side. */
  before: Side | null
  after: Side | null
  isCredit: boolean
}

export type Effects = Partial<Record<EffectKind, bigint>>

/**
 * Why a thing costs more or less, in parts that add up to the difference exactly. Read in this order: how much more or
 * less there was of it, at what it cost before; what its list price moved, at the share of the list that was paid before;
 * what that share moved; at last what the rate of its currency did. What rounding leaves over falls to the price.
 */
export function effectsOf({ before, after, isCredit }: Change): Effects {
  if (!before || !after) {
    if (after) return { new: after.amount }
    return before ? { gone: -before.amount } : {}
  }
  if (isSame(before, after)) return {}
  const rate = rateEffect(before, after)
  const rest = after.amount - before.amount - rate
  // Effects are found in the currency of the bill and told at the rate of before.
  const told = (native: bigint): bigint => scaled(native, before.amount, before.native)
  if (isCredit) return { discount: rest, rate }
  const discount = told(discountEffect(before, after))
  const volume = volumeEffect(before, after)
  if (volume === null) return { other: rest - discount, discount, rate }
  const more = told(volume)
  return { volume: more, price: rest - more - discount, discount, rate }
}

const isSame = (a: Side, b: Side): boolean =>
  a.amount === b.amount && a.native === b.native && a.list === b.list && a.quantity === b.quantity

function rateEffect(before: Side, after: Side): bigint {
  const isConverted = before.amount !== before.native || after.amount !== after.native
  // Without a cost before there is no rate to hold the new one against.
  if (!isConverted || before.native === 0n) return 0n
  return after.amount - scaled(after.native, before.amount, before.native)
}

function volumeEffect(before: Side, after: Side): bigint | null {
  const [was, is] = [before.quantity, after.quantity]
  if (was === null || is === null || was === 0n || is === 0n) return null
  return scaled(before.native, is - was, was)
}

/** What is billed of what the list asks for; without a list on both sides there is no saying. */
function discountEffect(before: Side, after: Side): bigint {
  if (before.list === 0n || after.list === 0n) return 0n
  return after.native - scaled(after.list, before.native, before.list)
}

const scaled = (amount: bigint, up: bigint, down: bigint): bigint =>
  down === 0n || up === down ? amount : divideHalfAway(amount * up, down)
