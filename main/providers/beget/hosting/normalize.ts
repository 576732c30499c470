import { cleanName, rawText } from '#main/core/model/raw.ts'
import { type Finding, firstText, itemOf, known } from '../common/finding.ts'
import { strip } from '../common/strip.ts'
import {
  KEPT_OF_BASE,
  KEPT_OF_DOMAIN,
  KEPT_OF_FTP,
  KEPT_OF_MAILBOX,
  KEPT_OF_SITE,
  KEPT_OF_SUBDOMAIN,
} from './keep.ts'
import { expiryOf, isRenewed, type Renewals } from './renewals.ts'
import type { WireBase, WireDomain, WireFtp, WireMailbox, WireSite, WireSubdomain } from './wire.ts'

/*
 * Numbers of the hosting API are small and start anew for each kind of thing, so a reference begins with the kind. All
 * but domains comes with the plan and has no price of its own.
 */

const IDLE = new Set(['not_active', 'undelegated'])

export function normalizeDomain(wire: WireDomain, renewals: Renewals): Finding {
  const { price, isUnread } = isRenewed(wire) ? renewals(wire.fqdn ?? '') : { price: null, isUnread: false }
  return {
    isPriceUnread: isUnread,
    item: itemOf({
      ref: `domain:${wire.id}`,
      name: cleanName(wire.fqdn, wire.id),
      type: 'domain',
      kind: 'domain',
      service: 'Домены',
      status: IDLE.has(wire.registrar_status ?? '') ? 'stopped' : 'running',
      createdAtMs: wire.date_add,
      price,
      attributes: known({
        renewsOn: expiryOf(wire),
        isRenewedAutomatically: wire.auto_renew,
        registrar: wire.registrar,
      }),
      raw: rawText(strip(wire.raw, KEPT_OF_DOMAIN)),
    }),
  }
}

export const normalizeSubdomain = (wire: WireSubdomain): Finding =>
  free({
    ref: `subdomain:${wire.id}`,
    name: cleanName(wire.fqdn, wire.id),
    type: 'domain',
    kind: 'subdomain',
    service: 'Домены',
    attachedTo: wire.domain_id === null ? null : `domain:${wire.domain_id}`,
    raw: rawText(strip(wire.raw, KEPT_OF_SUBDOMAIN)),
  })

export function normalizeSite(wire: WireSite): Finding {
  const domains = wire.domains.flatMap(({ fqdn }) => (fqdn ? [fqdn] : []))
  const versions = new Set(wire.domains.flatMap(({ php_version }) => (php_version ? [php_version] : [])))
  return free({
    ref: `site:${wire.id}`,
    name: cleanName(firstText(domains[0] ?? null, wire.path), wire.id),
    type: 'site',
    kind: 'site',
    service: 'Хостинг',
    attributes: known({ domains, path: wire.path, php: [...versions].sort() }),
    raw: rawText(strip(wire.raw, KEPT_OF_SITE)),
  })
}

export const normalizeBase = (wire: WireBase): Finding =>
  free({
    ref: `mysql:${wire.name}`,
    name: cleanName(wire.name, 'mysql'),
    type: 'database',
    kind: 'hosting_mysql',
    service: 'Хостинг',
    attributes: known({ engine: 'MySQL' }),
    raw: rawText(strip(wire.raw, KEPT_OF_BASE)),
  })

export const normalizeFtp = (wire: WireFtp): Finding =>
  free({
    ref: `ftp:${wire.login}`,
    name: cleanName(wire.login, 'ftp'),
    type: 'ftp_account',
    kind: 'ftp',
    service: 'Хостинг',
    attributes: known({ path: wire.homedir }),
    raw: rawText(strip(wire.raw, KEPT_OF_FTP)),
  })

/** `asked`: the domain whose boxes were asked for; the answer may leave it out. */
export function normalizeMailbox(wire: WireMailbox, asked: string): Finding {
  const address = `${wire.mailbox}@${wire.domain ?? asked}`
  const forwards = wire.forward_mail_status
  return free({
    ref: `mail:${address}`,
    name: cleanName(address, 'mail'),
    type: 'mailbox',
    kind: 'mailbox',
    service: 'Почта',
    attributes: known({ forwarding: forwards === 'no_forward' ? null : forwards }),
    raw: rawText(strip(wire.raw, KEPT_OF_MAILBOX)),
  })
}

const free = (given: Parameters<typeof itemOf>[0]): Finding => ({
  isPriceUnread: false,
  item: itemOf(given),
})
