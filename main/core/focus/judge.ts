import type { FocusVersion } from '#shared/contract/ledger.ts'
import { FEMTOS_PER_UNIT } from '#shared/lib/decimal.ts'
import type { FocusLine } from './focus-line.ts'
import { textOrNull } from './formats.ts'
import { type Price, priceFor, readPrice } from './pricing.ts'
import { focusUnit } from './units.ts'

type Category = FocusLine['key']['chargeCategory']

/** What a line is in FOCUS: its category, how much was priced, and at what. */
export type Judged = {
  category: Category
  isCorrection: boolean
  quantity: bigint | null
  unit: string | null
  list: Price | null
  contracted: Price | null
}

/**
 * FOCUS ties price × quantity to cost and forbids prices below zero, bills are less tidy. The costs are what the
 * provider asks for and stay as they are; the rest gives way, in this order:
 * 1. the source's prices and quantity, where they make the cost;
 * 2. the price that the cost comes to for the source's quantity;
 * 3. one unit at the price of the whole cost, where the source has no quantity or one that no price fits;
 * 4. where a cost is below zero though something was used: no usage but an adjustment of it, which needs no price.
 */
export function judge(line: FocusLine, version: FocusVersion): Judged {
  const { key, detail } = line
  const isCorrection = key.chargeClass === 'Correction'
  const category = categoryOf(line, version)
  const none = { category, isCorrection, quantity: null, unit: null, list: null, contracted: null }
  if (category === 'Tax') return none

  const { quantity, unit } = pricedQuantity(line)
  const told = {
    list: readPrice(detail?.listUnitPrice),
    contracted: readPrice(detail?.contractedUnitPrice),
  }
  const measured = { ...none, quantity, unit: quantity === null ? null : unit }
  // What was taken back of an earlier bill has the quantity and prices that it had, whatever they make.
  if (isCorrection) return { ...measured, ...told }

  const priced = quantity === null ? null : priceBoth(line, quantity, told)
  if (priced) return { ...measured, ...priced }
  if (category === 'Usage' || category === 'Purchase') {
    const whole = priceBoth(line, FEMTOS_PER_UNIT, told)
    if (whole) return { ...none, quantity: FEMTOS_PER_UNIT, unit: 'Unit', ...whole }
    return { ...measured, category: 'Adjustment' }
  }
  return measured
}

/** What was priced; where the source measures only what was used, and not in other units, that. */
function pricedQuantity(line: FocusLine): { quantity: bigint | null; unit: string } {
  const { pricingQuantity, consumedQuantity, key } = line
  const pricing = textOrNull(key.pricingUnit)
  const consumed = textOrNull(key.consumedUnit)
  const isSame = pricing === null || consumed === null || pricing === consumed
  const isMeasured = pricingQuantity === null && consumedQuantity !== null && isSame
  const quantity = isMeasured ? consumedQuantity : pricingQuantity
  return { quantity, unit: focusUnit(pricing ?? (isMeasured ? consumed : null) ?? 'Unit') }
}

function priceBoth(
  line: FocusLine,
  quantity: bigint,
  told: { list: Price | null; contracted: Price | null },
): { list: Price; contracted: Price } | null {
  const list = priceFor(line.list, quantity, told.list)
  const contracted = list && priceFor(line.contracted, quantity, told.contracted)
  return list && contracted && { list, contracted }
}

/** A credit whose four costs differ, and since 1.4 a tax that is spread over time, is what FOCUS calls an adjustment. */
function categoryOf(
  { key, billed, effective, list, contracted }: FocusLine,
  version: FocusVersion,
): Category {
  const { chargeCategory } = key
  const isCredit = chargeCategory === 'Credit'
  if (isCredit && !(billed === effective && billed === list && billed === contracted)) return 'Adjustment'
  if (version === '1.4' && chargeCategory === 'Tax' && billed !== effective) return 'Adjustment'
  return chargeCategory
}
