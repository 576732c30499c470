import { describe, expect, it } from 'vitest'
import {
  normalizeBase,
  normalizeDomain,
  normalizeFtp,
  normalizeMailbox,
  normalizeSite,
  normalizeSubdomain,
} from '#main/providers/beget/hosting/normalize.ts'
import { renewalsOf } from '#main/providers/beget/hosting/renewals.ts'
import {
  wireBase,
  wireDomain,
  wireFtp,
  wireMailbox,
  wireSite,
  wireSubdomain,
  wireZones,
} from '#main/providers/beget/hosting/wire.ts'
import domains from '#tests/fixtures/beget/domains.json' with { type: 'json' }

const renewals = renewalsOf(wireZones.parse({ ru: { price_renew: '349' } }).items)
const [kept, technical] = domains.answer.result

describe('a domain', () => {
  it('that Beget renews costs a year and has a day of renewal', () => {
    const { item, isPriceUnread } = normalizeDomain(wireDomain.parse(kept), renewals)
    expect(isPriceUnread).toBe(false)
    expect(item).toMatchObject({
      ref: 'domain:13314909',
      name: 'example-shop.ru',
      type: 'domain',
      status: 'running',
      createdAtMs: Date.parse('2025-09-23T07:15:02Z'),
      price: { period: 'year', amount: { currency: 'RUB', femtos: 349_000_000_000_000_000n } },
      attributes: { renewsOn: '2026-09-23', isRenewedAutomatically: true, registrar: 'beget' },
    })
  })

  it('that Beget only serves is free', () => {
    const { item } = normalizeDomain(wireDomain.parse(technical), renewals)
    expect(item).toMatchObject({ name: 'temp.beget.app', price: null, attributes: {} })
  })

  it('that is not delegated stands still', () => {
    const { item } = normalizeDomain(wireDomain.parse({ ...kept, registrar_status: 'undelegated' }), renewals)
    expect(item.status).toBe('stopped')
  })

  it('whose zone has an unreadable price says so', () => {
    const broken = renewalsOf(wireZones.parse({ ru: { price_renew: 'NaN' } }).items)
    expect(normalizeDomain(wireDomain.parse(kept), broken).isPriceUnread).toBe(true)
  })
})

describe('what comes with the plan', () => {
  it('numbers of one kind do not meet those of another', () => {
    const refs = [
      normalizeDomain(wireDomain.parse({ id: 1 }), renewals),
      normalizeSubdomain(wireSubdomain.parse({ id: 1 })),
      normalizeSite(wireSite.parse({ id: 1 })),
      normalizeBase(wireBase.parse({ name: 1 })),
      normalizeFtp(wireFtp.parse({ login: 1 })),
      normalizeMailbox(wireMailbox.parse({ mailbox: 1 }), '1'),
    ].map(({ item }) => item.ref)
    expect(new Set(refs).size).toBe(refs.length)
  })

  it('a site is named by its first domain', () => {
    const wire = {
      id: '4',
      path: 'shop/public_html',
      domains: [
        { fqdn: 'shop.ru', php_version: '8.2' },
        { fqdn: 'www.shop.ru', php_version: 7.4 },
      ],
    }
    expect(normalizeSite(wireSite.parse(wire)).item).toMatchObject({
      name: 'shop.ru',
      type: 'site',
      attributes: { domains: ['shop.ru', 'www.shop.ru'], path: 'shop/public_html', php: ['7.4', '8.2'] },
    })
    expect(normalizeSite(wireSite.parse({ id: 5, path: 'old' })).item.name).toBe('old')
  })

  it('a mailbox has its whole address for a name, whether the answer repeats the domain or not', () => {
    const { item } = normalizeMailbox(
      wireMailbox.parse({ mailbox: 'info', forward_mail_status: 'forward' }),
      'shop.ru',
    )
    expect(item).toMatchObject({ ref: 'mail:info@shop.ru', name: 'info@shop.ru', type: 'mailbox' })
    expect(item.attributes).toEqual({ forwarding: 'forward' })
  })

  it('leaves passwords behind', () => {
    const secret = {
      password: 'not-a-real-password',
      accesses: [{ name: 'localhost', password: 'not-a-real-one' }],
    }
    const texts = [
      normalizeBase(wireBase.parse({ name: 'db', size: '120', ...secret })),
      normalizeFtp(wireFtp.parse({ login: 'ftp', homedir: '/home', ...secret })),
      normalizeMailbox(wireMailbox.parse({ mailbox: 'info', domain: 'shop.ru', ...secret }), 'shop.ru'),
    ].map(({ item }) => JSON.stringify(item))
    expect(texts.join()).not.toContain('not-a-real')
  })
})
