import type { Keep } from '../common/strip.ts'

/*
 * What is kept of the records, field by field. Left out on purpose: the storage's access and secret key, the logins and
 * passwords of its FTP and SFTP, and the addresses of web consoles, which carry a way in.
 */

const DATABASE: Keep = {
  configuration: { cpu_count: true, disk_size: true, memory: true, version: true, display_version: true },
  host: true,
  port: true,
  address_info: { public: { ip: true }, private: { ip: true, network_id: true } },
  disk_used: true,
  disk_left: true,
  read_only: true,
}

export const KEPT_OF_SERVICE: Keep = {
  id: true,
  configuration_id: true,
  display_name: true,
  description: true,
  slug: true,
  project_id: true,
  status: true,
  status_details: true,
  created_at: true,
  price_day: true,
  price_month: true,
  manage_enabled: true,
  unblocking: true,
  migrating: true,
  restoring: true,
  region: true,
  type: true,
  mysql5: DATABASE,
  mysql8: DATABASE,
  mysql84: DATABASE,
  postgresql14: DATABASE,
  postgresql15: DATABASE,
  postgresql164: DATABASE,
  s3: { public: true, fqdn: true, quota_used_size: true, ftp: { status: true }, sftp: { status: true } },
  cdn: {
    resource_domain: { domain: true, is_technical: true, status: true },
    source_domain: true,
    ssl_enabled: true,
    traffic: true,
  },
}
