import { z } from 'zod'
import { looseBool, looseId, looseInstant, looseNumber, looseText } from '#main/providers/http/tolerant.ts'
import { loosePrice } from '../common/prices.ts'
import { isRecord, listResult, record, several } from '../common/shapes.ts'
import { BILLING_ZONE } from '../common/zone.ts'

/* The hosting API: numbers come as text, yes and no as 1, "0" or true, and nothing as 0 or null. */

export const wireDomain = record({
  id: looseId(),
  fqdn: looseText(),
  date_add: looseInstant(BILLING_ZONE),
  auto_renew: looseBool(),
  /** A day, or 0 for a domain that Beget does not keep. */
  date_expire: looseText(),
  can_renew: looseBool(),
  registrar: looseText(),
  registrar_status: looseText(),
})

export const wireSubdomain = record({ id: looseId(), fqdn: looseText(), domain_id: looseText() })

const zoneFields = {
  zone: looseText(),
  price_renew: loosePrice(),
  price_idn_renew: loosePrice(),
}

/** By the zone's name; nothing at all, or an empty list, where there are none. */
export const wireZones = z.preprocess(
  (given) => {
    if (!isRecord(given)) return Array.isArray(given) || (given ?? null) !== null ? given : []
    return Object.entries(given).map(([name, zone]) => (isRecord(zone) ? { zone: name, ...zone } : zone))
  },
  listResult(z.object(zoneFields)),
)

export const wireSite = record({
  id: looseId(),
  path: looseText(),
  domains: several({ fqdn: looseText(), php_version: looseText(), ssl: looseBool() }),
})

export const wireBase = record({ name: looseId(), size: looseNumber() })

export const wireFtp = record({ login: looseId(), homedir: looseText() })

export const wireMailbox = record({
  mailbox: looseId(),
  domain: looseText(),
  forward_mail_status: looseText(),
  spam_filter_status: looseBool(),
})

export type WireDomain = ReturnType<(typeof wireDomain)['parse']>
export type WireSubdomain = ReturnType<(typeof wireSubdomain)['parse']>
export type WireZone = ReturnType<(typeof wireZones)['parse']>['items'][number]
export type WireSite = ReturnType<(typeof wireSite)['parse']>
export type WireBase = ReturnType<(typeof wireBase)['parse']>
export type WireFtp = ReturnType<(typeof wireFtp)['parse']>
export type WireMailbox = ReturnType<(typeof wireMailbox)['parse']>
