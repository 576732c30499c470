import type { ResourceType } from '#shared/contract/resources.ts'
import type { ProviderDescriptor } from '../provider.ts'
import { check } from './check.ts'
import { kindOf } from './cloud/kinds.ts'
import { collect } from './collect.ts'
import { BILLING_ZONE } from './common/zone.ts'
import { FIELDS, HELP } from './fields.ts'

const TYPES: Readonly<Record<string, ResourceType>> = {
  plan: 'hosting',
  domain: 'domain',
  subdomain: 'domain',
  vps: 'server',
  vps_snapshot: 'snapshot',
  vps_image: 'image',
}

/** Beget keeps no history of costs: it tells prices, and the days are made of them. */
export const beget: ProviderDescriptor = {
  provider: 'beget',
  billingZone: BILLING_ZONE,
  costs: 'rates',
  fields: FIELDS,
  help: HELP,
  typeOf(kind) {
    const known = TYPES[kind] ?? kindOf(kind).type
    return known === 'other' ? null : known
  },
  open: (context) => ({
    check: () => check(context),
    collect: (sink, request) => collect(context, sink, request),
  }),
}
