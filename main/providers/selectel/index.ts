import type { ProviderDescriptor } from '../provider.ts'
import { BILLING_ZONE } from './billing/moscow.ts'
import { checkAccount } from './check.ts'
import { collectAccount } from './collect.ts'
import { fields, neededRights, where } from './fields.ts'
import { openAccount } from './open.ts'
import { typeOf } from './types.ts'

export const selectel: ProviderDescriptor = {
  provider: 'selectel',
  billingZone: BILLING_ZONE,
  costs: 'history',
  fields,
  help: { where, rights: neededRights },
  typeOf,
  open(context) {
    const account = openAccount(context)
    return {
      check: () => checkAccount(account, context),
      collect: (sink, request) => collectAccount(account, context, sink, request),
    }
  },
}
