import { looseBool, looseId, looseInstant, looseNumber, looseText } from '#main/providers/http/tolerant.ts'
import { loosePrice } from '../common/prices.ts'
import { part, record, several } from '../common/shapes.ts'
import { BILLING_ZONE } from '../common/zone.ts'

/** A database of any engine; sizes in megabytes. */
const database = () =>
  part({
    configuration: part({
      cpu_count: looseNumber(),
      disk_size: looseNumber(),
      memory: looseNumber(),
      version: looseText(),
      display_version: looseText(),
    }),
    host: looseText(),
    port: looseNumber(),
    address_info: part({ public: several({ ip: looseText() }), private: several({ ip: looseText() }) }),
    disk_used: looseNumber(),
    read_only: looseBool(),
  })

/** Each service keeps its details under the name of its own kind; of all these one is there. */
export const wireService = record({
  id: looseId(),
  configuration_id: looseText(),
  display_name: looseText(),
  description: looseText(),
  slug: looseText(),
  project_id: looseText(),
  status: looseText(),
  status_details: looseText(),
  created_at: looseInstant(BILLING_ZONE),
  price_day: loosePrice(),
  price_month: loosePrice(),
  unblocking: looseBool(),
  migrating: looseBool(),
  restoring: looseBool(),
  region: looseText(),
  type: looseText(),
  mysql5: database(),
  mysql8: database(),
  mysql84: database(),
  postgresql14: database(),
  postgresql15: database(),
  postgresql164: database(),
  s3: part({
    public: looseBool(),
    fqdn: looseText(),
    /** Megabytes. */
    quota_used_size: looseNumber(),
  }),
  cdn: part({
    resource_domain: several({ domain: looseText() }),
    source_domain: looseText(),
    ssl_enabled: looseBool(),
  }),
})

export type WireService = ReturnType<(typeof wireService)['parse']>
export type WireDatabase = WireService['mysql8']
