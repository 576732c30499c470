import { readFileSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'

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

/**
 * A file of the page's bundle by the path of its URL; a path without an extension is a route of the page and gets
 * index.html. Null for everything else, notably for any attempt to leave the folder.
 */
export function readAsset(root: string, urlPath: string): Asset | null {
  const segments = segmentsOf(urlPath)
  if (!segments) return null
  const extension = extname(segments.at(-1) ?? '')
  const isRoute = extension === ''
  const mediaType = MEDIA_TYPES[isRoute ? '.html' : extension.toLowerCase()]
  const base = resolve(root)
  const file = isRoute ? join(base, 'index.html') : join(base, ...segments)
  if (!mediaType || !file.startsWith(base + sep)) return null
  try {
    const cacheControl = segments[0] === 'assets' && !isRoute ? FOREVER : 'no-store'
    return { body: readFileSync(file), mediaType, cacheControl }
  } catch {
    return null
  }
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
