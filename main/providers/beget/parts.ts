import type { Scope } from '#main/core/model/findings.ts'

/** A part of the account that is asked for on its own and fails on its own. `endpoint`: as Beget's help names it. */
export type Part = { scope: Scope; endpoint: string }

export const PARTS = {
  account: { scope: 'account', endpoint: 'user/getAccountInfo' },
  plan: { scope: 'plan', endpoint: 'user/getAccountInfo' },
  domains: { scope: 'domains', endpoint: 'domain/getList' },
  subdomains: { scope: 'subdomains', endpoint: 'domain/getSubdomainList' },
  sites: { scope: 'sites', endpoint: 'site/getList' },
  mysql: { scope: 'mysql', endpoint: 'mysql/getList' },
  ftp: { scope: 'ftp', endpoint: 'ftp/getList' },
  mail: { scope: 'mail', endpoint: 'mail/getMailboxList' },
  projects: { scope: 'projects', endpoint: 'cloud/projects/list' },
  serverPrices: { scope: 'prices/vps', endpoint: 'vps/configuration' },
  servicePrices: { scope: 'prices/cloud', endpoint: 'cloud/configuration' },
  servers: { scope: 'vps', endpoint: 'vps/server/list' },
  snapshots: { scope: 'vps/snapshots', endpoint: 'vps/snapshot' },
  images: { scope: 'vps/images', endpoint: 'image' },
  backups: { scope: 'vps/backups', endpoint: 'vps/backup' },
  network: { scope: 'vps/network', endpoint: 'vps/network' },
  services: { scope: 'cloud', endpoint: 'cloud' },
  mysqlBackups: { scope: 'cloud/backups/mysql', endpoint: 'cloud/mysql/backup' },
  postgresqlBackups: { scope: 'cloud/backups/postgresql', endpoint: 'cloud/postgresql/backup' },
} as const satisfies Record<string, Part>
