import type { ResourceType } from '#shared/contract/resources.ts'

/** FOCUS's ServiceCategory for a type of ours. */
const CATEGORIES: Record<ResourceType, string> = {
  server: 'Compute',
  dedicated: 'Compute',
  kubernetes: 'Compute',
  volume: 'Storage',
  object_storage: 'Storage',
  file_storage: 'Storage',
  snapshot: 'Storage',
  backup: 'Storage',
  image: 'Storage',
  registry: 'Developer Tools',
  database: 'Databases',
  cache: 'Databases',
  load_balancer: 'Networking',
  ip_address: 'Networking',
  network: 'Networking',
  cdn: 'Networking',
  traffic: 'Networking',
  domain: 'Web',
  site: 'Web',
  mailbox: 'Business Applications',
  ftp_account: 'Web',
  hosting: 'Web',
  license: 'Other',
  other: 'Other',
}

export const categoryOf = (type: ResourceType): string => CATEGORIES[type]
