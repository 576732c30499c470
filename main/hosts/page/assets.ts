import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

type Asset = {
  body: Buffer
  mediaType: string
  /** The bundle's hashed files never change under their name; the page itself is asked for every time. */
  cacheControl: string
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const FOREVER = 'public, max-age=31536000, immutable'

/** The answer to a path of the page's URLs; null for what the bundle does not have. */
type Page = (urlPath: string) => Asset | null

/**
 * The page's bundle, whole and once, about two megabytes: a program keeps serving the page that it started with, even
 * when the next build takes its files away. Only these files can be asked for, whatever the path; one without an
 * extension is a route of the page and gets index.html.
 */
export function openPage(root: string): Page {
  const assets = new Map(filesIn(root).flatMap((path) => assetAt(root, path)))
  return (urlPath) => {
    const segments = segmentsOf(urlPath)
    if (!segments) return null
    const isRoute = extname(segments.at(-1) ?? '') === ''
    return assets.get(isRoute ? 'index.html' : segments.join('/')) ?? null
  }
}

// By hand: inside a packed archive Electron answers the plain question most reliably.
function filesIn(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name
    if (entry.isDirectory()) return filesIn(root, `${path}/`)
    return entry.isFile() ? [path] : []
  })
}

function assetAt(root: string, path: string): [path: string, asset: Asset][] {
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()]
  if (!mediaType) return []
  const cacheControl = path.startsWith('assets/') ? FOREVER : 'no-store'
  return [[path, { body: readFileSync(join(root, path)), mediaType, cacheControl }]]
}

/** Null for a path that no page of ours ever asks for: steps upwards, separators of other systems, hidden files. */
function segmentsOf(urlPath: string): string[] | null {
  const path = urlPath.split(/[?#]/, 1)[0] ?? ''
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  // \p{Cc} covers the zero byte that cuts paths short.
  if (!decoded.startsWith('/') || /[\\:\p{Cc}]/u.test(decoded)) return null
  const segments = decoded.split('/').filter((segment) => segment !== '')
  return segments.some((segment) => segment.startsWith('.')) ? null : segments
}
