import { z } from 'zod'
import { filterName, spokenNames } from './portable-view.ts'
import { reportSpec } from './report-spec.ts'
import { labelValue } from './values.ts'

/** A report on its way to another installation, with what the numbers in it stand for. */
export const portableReport = z.object({
  name: labelValue,
  spec: reportSpec,
  names: spokenNames.extend({
    budgets: z.record(z.string().max(64), z.string().max(200)),
    filters: z.record(z.string().max(64), filterName),
  }),
})
export type PortableReport = z.infer<typeof portableReport>
