import { describe, expect, it } from 'vitest'
import { toText } from '#main/core/money/money.ts'
import { expiryOf, isRenewed, renewalsOf } from '#main/providers/beget/hosting/renewals.ts'
import { wireDomain, wireZones } from '#main/providers/beget/hosting/wire.ts'

const zones = wireZones.parse({
  ru: { zone: 'ru', price_renew: '349', price_idn_renew: null },
  'com.ru': { price_renew: 450.5 },
  рф: { price_renew: '379', price_idn_renew: '399' },
  su: { price_renew: 'dear' },
  free: { price_renew: 0 },
})
const renewals = renewalsOf(zones.items)
const yearOf = (fqdn: string) => {
  const { price } = renewals(fqdn)
  return price && `${toText(price.amount).amount} ${price.period}`
}

describe('a year of a domain', () => {
  it("costs what its zone's renewal costs, the longest zone that fits", () => {
    expect(yearOf('example.ru')).toBe('349 year')
    expect(yearOf('WWW.Example.ru.')).toBe('349 year')
    expect(yearOf('example.com.ru')).toBe('450.5 year')
  })

  it('costs the national price where the name is national, written either way', () => {
    expect(yearOf('пример.рф')).toBe('399 year')
    expect(yearOf('xn--e1afmkfd.xn--p1ai')).toBe('399 year')
  })

  it('is not known in a zone without a price, and unread where the price is none', () => {
    expect(renewals('example.org')).toEqual({ price: null, isUnread: false })
    expect(renewals('example.free')).toEqual({ price: null, isUnread: false })
    expect(renewals('example.su').isUnread).toBe(true)
  })

  it('of a monstrous name is not known', () => {
    for (const name of ['', 'ru', '.', 'я'.repeat(100_000), `${'a.'.repeat(5000)}zz`, '%%%.ru\u202e', '💥'])
      expect(renewals(name).price).toBeNull()
  })
})

describe('zones', () => {
  it('may be a list, or nothing', () => {
    expect(wireZones.parse([{ zone: 'ru', price_renew: 1 }]).items).toHaveLength(1)
    for (const nothing of [[], null, undefined]) expect(wireZones.parse(nothing).items).toEqual([])
    expect(wireZones.safeParse('text').success).toBe(false)
  })
})

describe('whether a domain is paid for next year', () => {
  const domain = (given: object) => wireDomain.parse({ id: 1, fqdn: 'a.ru', ...given })

  it.each([
    [{ date_expire: '2027-09-23', auto_renew: '1', can_renew: 0 }, true],
    [{ date_expire: '2027-09-23', auto_renew: 0, can_renew: true }, true],
    [{ date_expire: '2027-09-23', auto_renew: 0, can_renew: 0 }, false],
    [{ date_expire: 0, auto_renew: 1, can_renew: 1 }, false],
    [{ auto_renew: 1 }, false],
  ])('%j: %s', (given, isPaid) => {
    expect(isRenewed(domain(given))).toBe(isPaid)
  })

  it('its last day is a day', () => {
    expect(expiryOf(domain({ date_expire: '2027-09-23 00:00:00' }))).toBe('2027-09-23')
    expect(expiryOf(domain({ date_expire: 'soon' }))).toBeNull()
  })
})
