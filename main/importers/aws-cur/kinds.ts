import type { KeyFields } from '#main/core/ledger/line.ts'
import { isZero, negated, sumOf } from '../table/row-values.ts'

/** What a row of the Cost and Usage Report says in numbers; null where the column is blank or not there. */
type CurAmounts = {
  unblended: string
  /** After all discounts; only in reports of accounts that have some. */
  net: string | null
  hasNet: boolean
  onDemand: string | null
  reservationEffective: string | null
  unusedUpfront: string | null
  unusedRecurring: string | null
  planEffective: string | null
  planUsed: string | null
  planTotal: string | null
  /** The row names a reservation. */
  isReserved: boolean
}

type CurCharge = Pick<KeyFields, 'chargeCategory' | 'chargeClass' | 'chargeFrequency' | 'pricingCategory'> & {
  isUsage: boolean
}

type Costs = { billed: string; effective: string; list: string; contracted: string }

const charge = (
  chargeCategory: CurCharge['chargeCategory'],
  chargeFrequency: CurCharge['chargeFrequency'],
  pricingCategory: CurCharge['pricingCategory'],
  chargeClass: CurCharge['chargeClass'] = null,
): CurCharge => ({
  chargeCategory,
  chargeClass,
  chargeFrequency,
  pricingCategory,
  isUsage: chargeCategory === 'Usage' && chargeClass === null,
})

/** `EdpDiscount`, `PrivateRateDiscount`, `BundledDiscount`, `SppDiscount` and whatever else ends so. */
const isDiscount = (type: string): boolean => type.endsWith('Discount')

/** What FOCUS calls a kind of line item. */
export function chargeOf(type: string, isSpot: boolean): CurCharge {
  switch (type) {
    case 'DiscountedUsage':
    case 'SavingsPlanCoveredUsage':
      return charge('Usage', 'Usage-Based', 'Committed')
    case 'SavingsPlanNegation':
      return charge('Adjustment', 'Usage-Based', null)
    case 'SavingsPlanRecurringFee':
    case 'RIFee':
      return charge('Purchase', 'Recurring', 'Standard')
    case 'SavingsPlanUpfrontFee':
    case 'Fee':
      return charge('Purchase', 'One-Time', 'Standard')
    case 'Tax':
      return charge('Tax', 'One-Time', null)
    case 'Credit':
      return charge('Credit', 'One-Time', null)
    case 'Refund':
      return charge('Adjustment', 'One-Time', null, 'Correction')
    case 'Usage':
      return charge('Usage', 'Usage-Based', isSpot ? 'Dynamic' : 'Standard')
    default:
      return isDiscount(type)
        ? charge('Credit', 'Usage-Based', null)
        : charge('Usage', 'Usage-Based', 'Standard')
  }
}

/**
 * The four costs of a line item.
 *
 * Billed is the unblended cost, or the net one where the report has it: sums by invoice are then what AWS asks for. A row
 * of a discount holds what net costs have taken off already: with net costs it counts only what its own net cell says.
 * Usage that a Savings Plan covers is billed at the public price and taken back by a `SavingsPlanNegation`: both stay
 * as they are, so that billed sums hold, and the negation has no other cost.
 *
 * Effective spreads commitments: covered usage costs its effective cost, a recurring fee only what nobody used of the
 * commitment, an upfront fee nothing. List is the public on-demand cost where it is told. Contracted is the unblended cost of
 * usage, before commitments: for what a reservation covers (unblended zero) the public one.
 */
export function costsOf(type: string, is: CurAmounts): Costs {
  const netted = is.hasNet ? (is.net ?? (isDiscount(type) ? '0' : is.unblended)) : is.unblended
  const all = { billed: netted, effective: netted, list: netted, contracted: netted }
  switch (type) {
    case 'Usage':
      return { ...all, list: is.onDemand ?? is.unblended, contracted: is.unblended }
    case 'DiscountedUsage': {
      const effective = is.reservationEffective ?? netted
      const list = is.onDemand ?? effective
      return { billed: netted, effective, list, contracted: list }
    }
    case 'SavingsPlanCoveredUsage':
      return {
        billed: netted,
        effective: is.planEffective ?? netted,
        list: is.onDemand ?? is.unblended,
        contracted: is.unblended,
      }
    case 'SavingsPlanNegation':
      return { billed: netted, effective: '0', list: '0', contracted: '0' }
    case 'SavingsPlanUpfrontFee':
      return { ...all, effective: '0' }
    case 'SavingsPlanRecurringFee':
      return {
        ...all,
        effective:
          is.planTotal === null || is.planUsed === null ? '0' : sumOf(is.planTotal, negated(is.planUsed)),
      }
    case 'RIFee':
      return { ...all, effective: sumOf(is.unusedUpfront, is.unusedRecurring) }
    case 'Fee':
      return is.isReserved && !isZero(netted) ? { ...all, effective: '0' } : all
    default:
      return all
  }
}
