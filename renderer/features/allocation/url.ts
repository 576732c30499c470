import { periodCodecs } from '#renderer/app/period/use-period.ts'
import {
  intParam,
  oneOfParam,
  optionalParam,
  optionalTextParam,
  textParam,
  type UrlState,
} from '#renderer/app/url-codecs.ts'
import { violationKinds } from '#shared/contract/allocation.ts'
import { vatModes } from '#shared/contract/costs.ts'

export const allocationTabs = ['rules', 'suggestions', 'showback', 'hierarchies', 'tags'] as const

export const showbackMetrics = ['billed', 'effective', 'list', 'contracted'] as const
export const showbackModes = ['showback', 'chargeback'] as const

/** The page as its address has it. */
export const allocationCodecs = {
  tab: oneOfParam(allocationTabs, 'rules'),
  ...periodCodecs,
  /** The virtual tag that is looked at; `new` for one that is being made. */
  tag: optionalTextParam(),
  /** What a new tag begins with: the kind whose rules are taken from what the clouds already say. */
  start: optionalTextParam(),
  /** `tag:<id>` or `hierarchy:<id>`. */
  by: textParam(),
  metric: oneOfParam(showbackMetrics, 'billed'),
  vat: oneOfParam(vatModes, 'asBilled'),
  mode: oneOfParam(showbackModes, 'showback'),
  currency: optionalTextParam(),
  hierarchy: optionalTextParam(),
  policy: optionalTextParam(),
  kind: optionalParam(violationKinds),
  /** `=` before the name of an owner; a lone `-` for what has none. */
  owner: textParam(),
  q: textParam(),
  page: intParam(1, 1),
}
export type AllocationUrl = UrlState<typeof allocationCodecs>
export type SetUrl = (patch: Partial<AllocationUrl>) => void

export const NEW = 'new'
