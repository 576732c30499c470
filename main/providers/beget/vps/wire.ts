import { looseBool, looseId, looseInstant, looseNumber, looseText } from '#main/providers/http/tolerant.ts'
import { loosePrice } from '../common/prices.ts'
import { part, record, several, texts } from '../common/shapes.ts'
import { BILLING_ZONE } from '../common/zone.ts'

/*
 * The servers' half of the new API. It leaves out whatever is empty, so nothing but the number is asked of a record.
 * Sizes are in megabytes unless a name says otherwise.
 */

const configuration = () =>
  part({
    id: looseText(),
    name: looseText(),
    cpu_count: looseNumber(),
    disk_size: looseNumber(),
    memory: looseNumber(),
    bandwidth_public: looseNumber(),
    price_day: loosePrice(),
    price_month: loosePrice(),
    region: looseText(),
    group: looseText(),
  })

const licence = {
  display_name: looseText(),
  type: looseText(),
  plan: looseText(),
  billing: part({
    daily: part({ price_day: loosePrice(), price_month: loosePrice() }),
    monthly: part({ price_month: loosePrice() }),
  }),
}

export const wireServer = record({
  id: looseId(),
  slug: looseText(),
  display_name: looseText(),
  hostname: looseText(),
  description: looseText(),
  configuration: configuration(),
  status: looseText(),
  date_create: looseInstant(BILLING_ZONE),
  ip_address: looseText(),
  additional_ip_address: texts(),
  private_network: several({ ip: texts() }),
  rescue_mode: looseBool(),
  migrating: looseBool(),
  host_unavailable: looseBool(),
  unblocking: looseBool(),
  restoring: looseBool(),
  archived: looseBool(),
  unarchiving: looseBool(),
  /** Megabytes or bytes: see unit in usage/units. */
  disk_used: looseNumber(),
  technical_domain: looseText(),
  software: part({
    name: looseText(),
    display_name: looseText(),
    version: looseText(),
    status: looseText(),
    license: several(licence),
  }),
  region: looseText(),
  project_id: looseText(),
})

export const wireSnapshot = record({
  id: looseId(),
  vps_id: looseText(),
  vps_name: looseText(),
  vps_exists: looseBool(),
  date_create: looseInstant(BILLING_ZONE),
  /** Bytes. */
  size: looseNumber(),
  status: looseText(),
  description: looseText(),
  price_day: loosePrice(),
  region: looseText(),
})

export const wireImage = record({
  id: looseId(),
  name: looseText(),
  region: looseText(),
  status: looseText(),
  created_at: looseInstant(BILLING_ZONE),
  /** By the day, like everything that Beget's clouds charge for. */
  price: loosePrice(),
  size_bytes: looseNumber(),
  disk_size_bytes: looseNumber(),
})

/** One copy of a server, or of a cloud database where the server's fields are the service's. */
export const wireCopy = record({
  id: looseId(),
  vps_id: looseText(),
  vps_name: looseText(),
  service_uuid: looseText(),
  service_name: looseText(),
  region: looseText(),
})

export const wireAddress = record({ ip: looseId(), vps_id: looseText(), region: looseText() })

export const wireNetwork = record({
  id: looseId(),
  subnet: looseText(),
  mask: looseText(),
  region: looseText(),
})

export const wirePreset = record({ id: looseId(), price_day: loosePrice(), price_month: loosePrice() })

export const wireProject = record({ id: looseId(), name: looseText() })

export type WireServer = ReturnType<(typeof wireServer)['parse']>
export type WireSnapshot = ReturnType<(typeof wireSnapshot)['parse']>
export type WireImage = ReturnType<(typeof wireImage)['parse']>
export type WireCopy = ReturnType<(typeof wireCopy)['parse']>
export type WireAddress = ReturnType<(typeof wireAddress)['parse']>
export type WireNetwork = ReturnType<(typeof wireNetwork)['parse']>
