import type { Rate } from '../common/prices.ts'
import { rateOf } from '../common/prices.ts'
import type { WireDomain, WireZone } from './wire.ts'

/** What a year of a domain costs, by its zone. */
export type Renewals = (fqdn: string) => Rate

const UNKNOWN: Rate = { price: null, isUnread: false }
const LONGEST_NAME = 253

export function renewalsOf(zones: readonly WireZone[]): Renewals {
  const byZone = new Map(zones.flatMap((zone) => (zone.zone ? [[ascii(zone.zone), zone] as const] : [])))
  return (fqdn) => {
    const labels = ascii(fqdn).split('.')
    // `shop.com.ru` is of the zone com.ru, not of ru: the longest one that fits.
    for (let from = 1; from < labels.length; from += 1) {
      const zone = byZone.get(labels.slice(from).join('.'))
      if (!zone) continue
      const isNational = labels[from - 1]?.startsWith('xn--') === true
      const national = isNational ? rateOf(null, zone.price_idn_renew) : UNKNOWN
      const isStated = national.isUnread || (national.price !== null && national.price.amount.femtos > 0n)
      return asYear(isStated ? national : rateOf(null, zone.price_renew))
    }
    return UNKNOWN
  }
}

const asYear = ({ price, isUnread }: Rate): Rate =>
  price === null || price.amount.femtos === 0n
    ? { price: null, isUnread }
    : { price: { amount: price.amount, period: 'year' }, isUnread }

/** Beget writes national names in their own letters; zones may come either way. */
function ascii(name: string): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^\.|\.$/g, '')
  if (plain.length > LONGEST_NAME || !/[^\p{ASCII}]/u.test(plain)) return plain.slice(0, LONGEST_NAME)
  const url = `http://${plain}`
  return URL.canParse(url) ? new URL(url).hostname : plain
}

/** The day on which a domain that Beget keeps runs out. */
export const expiryOf = ({ date_expire }: WireDomain): string | null =>
  /^\d{4}-\d{2}-\d{2}/.exec(date_expire ?? '')?.[0] ?? null

/**
 * Whether the next year will be paid to Beget: it keeps the domain, which has a last day then, and renews it by itself
 * or offers to. A domain that its owner lets run out costs nothing more, and neither does one kept elsewhere.
 */
export const isRenewed = (wire: WireDomain): boolean =>
  expiryOf(wire) !== null && (wire.auto_renew === true || wire.can_renew === true)
