import { z } from 'zod'
import { viewSpec, whereValue } from './costs.ts'
import { labelValue } from './values.ts'

const named = z.record(z.string().max(200), z.string().max(200))

/** What the numbers in a view stand for, so that another installation finds its own by their names. */
export const spokenNames = z.object({
  accounts: z.record(
    z.string().max(64),
    z.object({ name: z.string().max(200), provider: z.string().max(40), accountRef: z.string().max(300) }),
  ),
  virtualTags: named,
  hierarchies: named,
  /** By `<hierarchy> <node>`. */
  nodes: named,
})

export const filterName = z.object({ name: labelValue, where: whereValue })

const namesValue = spokenNames.extend({
  budget: z.string().max(200).nullable(),
  filter: filterName.nullable(),
})
export type PortableNames = z.infer<typeof namesValue>

/** A saved view on its way to another installation. */
export const portableView = z.object({ name: labelValue, spec: viewSpec, names: namesValue })
export type PortableView = z.infer<typeof portableView>
