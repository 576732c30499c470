import { z } from 'zod'
import { eachOf } from '#main/providers/http/each-of.ts'
import { looseBool, looseDecimal, looseId, looseNumber, looseText } from '#main/providers/http/tolerant.ts'

const named = z.object({ id: looseText(), name: looseText() })

/** A line of the consumption. What is no part of the grouping is null. */
export const wireLine = z.object({
  provider_key: looseText(),
  value: looseDecimal({ junk: 'issue' }),
  period: looseText(),
  project: named.nullish().catch(null),
  metric: z
    .object({
      id: looseText(),
      name: looseText(),
      quantity: looseDecimal(),
      unit: looseText(),
      region: looseText(),
    })
    .nullish()
    .catch(null),
  object: z
    .object({
      id: looseText(),
      name: looseText(),
      type: looseText(),
      parent_id: looseText(),
      parent_name: looseText(),
    })
    .nullish()
    .catch(null),
})

/** A line of the flat report, which knows every product. */
export const wireReportLine = z.object({
  project_id: looseText(),
  project_name: looseText(),
  product_name: looseText(),
  service_name: looseText(),
  resource_id: looseText(),
  resource_name: looseText(),
  resource_type: looseText(),
  parent_resource_id: looseText(),
  location_region_key: looseText(),
  location_availability_zone_key: looseText(),
  metric_id: looseText(),
  metric_name: looseText(),
  provision_from: looseText(),
  provision_till: looseText(),
  value: looseDecimal({ junk: 'issue' }),
  quantity: looseDecimal(),
  unit: looseText(),
})
export type WireReportLine = z.output<typeof wireReportLine>

export const wireProjects = z.object({ data: eachOf(z.object({ id: looseId(), name: looseText() })) })

const settings = z.object({ currency: looseText() }).nullish().catch(null)
const balancesData = z.object({
  settings,
  billings: eachOf(
    z.object({
      billing_type: looseText(),
      final_sum: looseDecimal(),
      balances: eachOf(z.object({ balance_type: looseText(), value: looseDecimal() })),
    }),
  ),
  debt_status: looseText(),
})
/** The settings stand in the data or, in some answers, beside them. */
export const wireBalances = z.object({ data: balancesData, settings })

export const wirePrediction = z.object({ data: z.record(z.string(), z.unknown()).nullish().catch(null) })

export const wireTransactions = z.object({
  data: eachOf(
    z.object({
      id_meta: z.object({ id: z.unknown() }).nullish().catch(null),
      transaction_type: looseText(),
      transaction_group: looseText(),
      price: looseDecimal({ junk: 'issue' }),
      state: looseText(),
      created: looseText(),
    }),
  ),
})

export type WireTransaction = z.output<typeof wireTransactions>['data']['items'][number]

export const wirePrices = z.object({
  currency: looseText(),
  prices: eachOf(
    z.object({
      resource: looseText(),
      group: looseText(),
      value: looseDecimal({ junk: 'issue' }),
      unit: looseText(),
    }),
  ),
})

export const wireAccount = z.object({
  account: z.object({ name: looseText(), enabled: looseBool(), locked: looseBool() }),
})

export const wireResellProjects = z.object({
  projects: eachOf(z.object({ id: looseId(), name: looseText(), enabled: looseBool() })),
})

/** Hours that the balance will last, by billing; null where that does not apply. */
export const wireHours = looseNumber()
