import { BlockList, isIP } from 'node:net'
import type { NetRoute } from '#main/ports/net.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Environment } from './paths.ts'

/** `shown`: the address as people may see it, without name and password. */
export type ChosenProxy = { url: string; shown: string }

/** The bare name of a URL's host: IPv6 without its brackets. */
const nameOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase()

function isLoopback(url: URL): boolean {
  const name = nameOf(url)
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'))
}

/**
 * Where a request may go: https anywhere, http to this machine alone. A name and password in the address would be sent
 * along by themselves, so they are refused with the rest.
 */
export function allowedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url) throw new AppError('connection.badAddress', { field: '—' })
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  if (!isAllowed || url.username !== '' || url.password !== '')
    throw new AppError('connection.badAddress', { field: `${url.protocol}//${url.host}` })
  return url
}

/** The proxy set by hand, else the environment's; null: straight. Only by hand does this machine's own loopback get one. */
export function proxyFor(url: URL, route: NetRoute, env: Environment): ChosenProxy | null {
  if (route.proxyUrl !== null) return readProxy(route.proxyUrl)
  if (isLoopback(url)) return null
  // Whatever leaves the machine is https, so HTTP_PROXY has no say.
  const named = env.https_proxy || env.HTTPS_PROXY
  if (!named || isExempt(url, env.no_proxy || env.NO_PROXY || '')) return null
  return readProxy(named.includes('://') ? named : `http://${named}`)
}

function readProxy(text: string): ChosenProxy {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !isDecodable(url.username + url.password))
    throw new AppError('provider.proxy', { proxy: url?.host || '—', reason: 'address' })
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new AppError('provider.proxy', { proxy: url.host || '—', reason: 'scheme' })
  return { url: url.href, shown: url.host }
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** NO_PROXY as curl and Go read it: names with their subdomains, addresses, CIDR ranges, each with or without a port. */
function isExempt(url: URL, list: string): boolean {
  const name = nameOf(url)
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true
      if (entry.includes('/')) return isInRange(name, entry)
      const [, host = '', wantedPort] =
        /^\[?(.*?)\]?(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? []
      if (wantedPort !== undefined && wantedPort !== port) return false
      const bare = host.replace(/^\*?\./, '')
      return bare !== '' && (name === bare || (isIP(name) === 0 && name.endsWith(`.${bare}`)))
    })
}

function isInRange(name: string, range: string): boolean {
  const [network = '', bits = ''] = range.split('/')
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4'
  if (isIP(network) === 0 || isIP(name) !== isIP(network) || !/^\d{1,3}$/.test(bits)) return false
  if (Number(bits) > (family === 'ipv6' ? 128 : 32)) return false
  const block = new BlockList()
  block.addSubnet(network, Number(bits), family)
  return block.check(name, family)
}
