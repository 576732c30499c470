import type { Day } from '#shared/lib/day.ts'
import type { Price } from '../model/findings.ts'
import { billed } from './records.ts'
import type { DemoCompany, DemoConnection } from './shape.ts'
import { externalIdOf } from './states.ts'
import { isThere, momentOf, productOf } from './timeline.ts'

export type DemoUnknown = {
  ref: string
  name: string
  kind: string
  service: string
  metrics: string[]
  price: Price
  raw: string
}

/** What the bill names with a word that nobody knows. */
export function unknownsOf(company: DemoCompany, connection: DemoConnection, anchor: Day): DemoUnknown[] {
  return connection.resources.flatMap((resource) => {
    const { kind } = resource.attributes
    if (!kind || !resource.marks?.includes('unrecognised') || !isThere(resource, 0)) return []
    const ref = externalIdOf(company, connection, resource)
    const { price } = momentOf(company, connection, resource, anchor, 0)
    return {
      ref,
      name: resource.name,
      kind,
      service: productOf(company, resource).service,
      metrics: [`${kind}_hours`],
      price: { amount: price, period: resource.price.period },
      raw: billed(company, connection, resource, ref),
    }
  })
}
