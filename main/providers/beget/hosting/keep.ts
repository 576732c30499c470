import type { Keep } from '../common/strip.ts'

export const KEPT_OF_DOMAIN: Keep = {
  id: true,
  fqdn: true,
  date_add: true,
  auto_renew: true,
  date_register: true,
  date_expire: true,
  can_renew: true,
  registrar: true,
  registrar_status: true,
  register_order_status: true,
  renew_order_status: true,
  is_under_control: true,
}

export const KEPT_OF_SUBDOMAIN: Keep = { id: true, fqdn: true, domain_id: true }

export const KEPT_OF_SITE: Keep = {
  id: true,
  path: true,
  domains: { id: true, fqdn: true, php_version: true, http_version: true, ssl: true, ssl_status: true },
}

export const KEPT_OF_BASE: Keep = { name: true, size: true, accesses: { name: true } }
export const KEPT_OF_FTP: Keep = { login: true, homedir: true }
export const KEPT_OF_MAILBOX: Keep = {
  mailbox: true,
  domain: true,
  spam_filter_status: true,
  forward_mail_status: true,
}
