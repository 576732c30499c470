/**
 * Static rules of the official model for 1.2 that contradict the specification they are made from. Nobody's data can
 * satisfy them without being wrong; they are left out, each with its reason, and where the specification does say
 * something a rule of our own (`own-…`) says that instead.
 */
export const disputedRules: Readonly<Record<string, string>> = {
  'PricingQuantity-C-008-M':
    'forbids a null without any condition; a tax must have one (PricingQuantity-C-004-C)',
  'ConsumedQuantity-C-006-C': 'asks for a quantity for corrections, where the specification lets it be null',
  'CommitmentDiscountStatus-C-004-C':
    'asks for a status where there is no commitment: its condition is inverted',
  'CommitmentDiscountStatus-C-003-C':
    'stands with the inverted C-004 and contradicts it; see own-CommitmentDiscountStatus-none',
  'CommitmentDiscountStatus-C-005-M':
    'allows Active, Expired and Pending; the specification allows Used and Unused',
  'CommitmentDiscountQuantity-C-005-C':
    'asks for a quantity of every charge that is no correction, with or without a commitment',
  'CommitmentDiscountQuantity-C-007-C': 'forbids the quantity for corrections, which C-006 lets have one',
  'CapacityReservationStatus-C-003-C': 'its condition is malformed; see own-CapacityReservationStatus-none',
  'CapacityReservationStatus-C-004-C': 'its condition is malformed; see own-CapacityReservationStatus-usage',
  'PricingCurrencyEffectiveCost-C-004-M': 'tests PricingCurrencyListUnitPrice instead of its own column',
  'EffectiveCost-C-005-C':
    'asks for no effective cost of any purchase; the specification means purchases for later use',
  'BilledCost-C-005-C': 'takes a provider whose bill has another name on it for a marketplace',
  'InvoiceId-C-004-C':
    'forbids an invoice number without any condition; whether a charge is invoiced is not in the data',
  'InvoiceId-C-005-C': 'asks for an invoice number without any condition, against C-004',
  'StringHandling-A-000-M':
    'its tool refuses letters beyond ASCII; the specification asks for Unicode and the original spelling (A-001, A-003)',
  'EffectiveCost-C-004-M': 'a valid decimal, told already by EffectiveCost-C-002-M',
}
