import { CANARY } from './canaries.ts'
import type { Json } from './fake-list.ts'

/* The hosting's records: numbers as text, yes and no in every form that Beget has been seen to use. */

const DOMAINS = [
  ['example-shop.ru', 'beget'],
  ['пример-магазин.рф', 'beget'],
  ['example-shop.com.ru', 'beget'],
  ['shop.temp.beget.app', null],
] as const

export function makeDomain(index: number): Json {
  const [fqdn, registrar] = DOMAINS[index] ?? [`site-${index + 1}.ru`, index % 3 === 0 ? null : 'beget']
  const isKept = registrar !== null
  return {
    id: String(13_314_909 + index),
    fqdn,
    date_add: '2025-09-23 10:15:02',
    auto_renew: isKept ? (index % 2 === 0 ? 1 : '1') : 0,
    date_register: isKept ? '2025-09-23' : null,
    date_expire: isKept ? '2027-09-23' : 0,
    can_renew: 0,
    registrar,
    registrar_status: isKept ? 'delegated' : null,
    register_order_status: null,
    register_order_comment: null,
    renew_order_status: '0',
    is_under_control: isKept ? 1 : 0,
  }
}

export const makeSubdomain = (index: number): Json => ({
  id: 700 + index,
  fqdn: `sub${index + 1}.example-shop.ru`,
  domain_id: '13314909',
})

const zone = (name: string, renew: string, national: string | null): Json => ({
  id: 1,
  zone: name,
  price: '199',
  price_renew: renew,
  price_idn: national,
  price_idn_renew: national,
  is_idn: national === null ? 0 : 1,
  is_national: 0,
  min_period: 1,
  max_period: 1,
})

export const zones = (): Record<string, Json> => ({
  ru: zone('ru', '349', null),
  рф: zone('рф', '379', '399'),
  'com.ru': zone('com.ru', '450.50', null),
})

export const makeSite = (index: number): Json => ({
  id: index + 1,
  path: `site${index + 1}/public_html`,
  domains: [
    {
      id: 13_314_909 + index,
      fqdn: index === 0 ? 'example-shop.ru' : `site-${index + 1}.ru`,
      php_version: '8.2',
      ssl: true,
    },
  ],
})

export const makeBase = (index: number): Json => ({
  name: `ivanov_db${index + 1}`,
  size: String(120 + index),
  accesses: [{ name: 'localhost', password: CANARY.hostingPassword }],
})

export const makeFtp = (index: number): Json => ({
  login: `ivanov_ftp${index + 1}`,
  homedir: `/home/i/ivanov/site${index + 1}`,
  password: CANARY.hostingPassword,
})

export const makeMailbox = (index: number): Json => ({
  mailbox: `box${index + 1}`,
  domain: 'example-shop.ru',
  mailbox_password: CANARY.mailboxPassword,
  spam_filter_status: '1',
  forward_mail_status: index % 2 === 0 ? 'no_forward' : 'forward',
})

/** What `user/getAccountInfo` tells besides what is counted. */
export const hostingFacts = (): Json => ({
  plan_name: 'Noble',
  plan_site: 10,
  plan_domain: 2_147_483_647,
  user_mysqlsize: 180,
  plan_mysql: 2_147_483_647,
  user_quota: 5200,
  plan_quota: '25600',
  plan_ftp: 25,
  plan_mail: 2_147_483_647,
  user_bash: '/bin/bash',
  plan_cp: 65,
  server_apache_version: '2.4.63',
  server_mysql_version: '8.0',
  server_nginx_version: '1.26',
  server_perl_version: '5.14.2',
  server_php_version: '8.2.13',
  server_python_version: '3.11',
  server_name: 'gagarin7.beget.com',
  server_cpu_name: '12 * Intel(R) Xeon(R)',
  server_memory: '96747',
  server_memorycurrent: 50_123,
  server_loadaverage: '4.05',
  server_uptime: 834,
})
