import type { Keep } from '../common/strip.ts'

/*
 * What is kept of the records, field by field. Left out on purpose: the software's `field_value` and `metadata`, which
 * hold the application's administrator and password, and the material of ssh keys.
 */

const CONFIGURATION: Keep = {
  id: true,
  name: true,
  cpu_count: true,
  disk_size: true,
  memory: true,
  bandwidth_public: true,
  price_day: true,
  price_month: true,
  available: true,
  custom: true,
  configurable: true,
  region: true,
  group: true,
}

export const KEPT_OF_SERVER: Keep = {
  id: true,
  slug: true,
  display_name: true,
  hostname: true,
  description: true,
  configuration: CONFIGURATION,
  status: true,
  ssh_keys: { id: true, name: true },
  manage_enabled: true,
  date_create: true,
  ip_address: true,
  additional_ip_address: true,
  private_network: { network: { id: true, subnet: true, mask: true, region: true }, ip: true },
  rescue_mode: true,
  migrating: true,
  host_unavailable: true,
  unblocking: true,
  restoring: true,
  archived: true,
  unarchiving: true,
  disk_used: true,
  disk_left: true,
  technical_domain: true,
  software_domain: true,
  software: {
    name: true,
    display_name: true,
    version: true,
    status: true,
    license: {
      type: true,
      display_name: true,
      plan: true,
      billing: {
        daily: { price_day: true, price_month: true },
        monthly: { price_month: true },
      },
    },
  },
  region: true,
  project_id: true,
}

export const KEPT_OF_SNAPSHOT: Keep = {
  id: true,
  vps_id: true,
  vps_name: true,
  vps_exists: true,
  date_create: true,
  size: true,
  status: true,
  description: true,
  configuration: CONFIGURATION,
  price_day: true,
  region: true,
  installed_software: { name: true, display_name: true, version: true },
}

export const KEPT_OF_IMAGE: Keep = {
  id: true,
  name: true,
  region: true,
  status: true,
  created_at: true,
  price: true,
  size_bytes: true,
  disk_size_bytes: true,
}

export const KEPT_OF_COPY: Keep = {
  id: true,
  vps_id: true,
  vps_name: true,
  service_uuid: true,
  service_name: true,
  version: true,
  date: true,
  size: true,
  region: true,
}

export const KEPT_OF_ADDRESS: Keep = { ip: true, mac: true, vps_id: true, region: true }
export const KEPT_OF_NETWORK: Keep = { id: true, subnet: true, mask: true, region: true }
