export const PAGE_SCHEME = 'app'
const PAGE_HOST = 'infrazen'
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`

/** By URL parser: a prefix test would also pass `app://infrazen.evil/`. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST
}
