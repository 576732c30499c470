import { protocol } from 'electron'
import { openPage } from '../page/assets.ts'
import { PAGE_HEADERS } from '../page/csp.ts'

const PAGE_SCHEME = 'app'
const PAGE_HOST = 'infrazen'
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`

/** By URL parser: a prefix test would also pass `app://infrazen.evil/`. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST
}

/** Has to run before the application is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }])
}

/** Serves the bundle with the same headers as the web host, and nothing outside of it. */
export function servePage(bundleFolder: string): void {
  const page = openPage(bundleFolder)
  protocol.handle(PAGE_SCHEME, ({ url, method }) => {
    const asset = method === 'GET' && isOwnPage(url) ? page(new URL(url).pathname) : null
    if (!asset) return new Response(null, { status: 404, headers: { ...PAGE_HEADERS } })
    const headers = { ...PAGE_HEADERS, 'Content-Type': asset.mediaType }
    return new Response(new Uint8Array(asset.body), { headers })
  })
}
