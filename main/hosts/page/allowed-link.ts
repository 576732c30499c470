/** Where a link may lead: our own pages and the consoles of the providers whose bills are shown. Exact names. */
const HOSTS: ReadonlySet<string> = new Set([
  'infrazen.example',
  'selectel.ru',
  'my.selectel.ru',
  'docs.selectel.ru',
  'beget.com',
  'cp.beget.com',
])

/** The address as the URL parser reads it, or null: only https, only these hosts, no port, no user name. */
export function readAllowedLink(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 2000) return null
  const url = URL.parse(text)
  if (url?.protocol !== 'https:' || !HOSTS.has(url.hostname)) return null
  return url.port || url.username || url.password ? null : url.href
}
