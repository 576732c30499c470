import { createHash, timingSafeEqual } from 'node:crypto'
import type { Ids } from '#main/ports/ports.ts'

const MAX_CLIENTS = 200

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Who may talk to this server: browsers that came by a one-time link and carry the cookie they got for it.
 * The key in the cookie is the caller's key for the backend too.
 */
export function createClients(ids: Ids, port: number) {
  const cookieName = `infrazen_${port}`
  const keys = new Set<string>()
  let token: string | null = null

  return {
    /** Makes the link's secret; the one before it stops working. */
    newToken(): string {
      token = ids.secret()
      return token
    },

    /** A cookie for whoever brings the token, once. */
    admit(given: string): string | null {
      if (token === null || !timingSafeEqual(digest(token), digest(given))) return null
      token = null
      const key = ids.secret()
      keys.add(key)
      const [oldest] = keys
      if (keys.size > MAX_CLIENTS && oldest !== undefined) keys.delete(oldest)
      return `${cookieName}=${key}; HttpOnly; SameSite=Strict; Path=/`
    },

    /** The key of a known client. Cookies ignore ports, hence a name of its own for every port. */
    keyOf(cookieHeader: string | undefined): string | null {
      for (const pair of (cookieHeader ?? '').split(';')) {
        const at = pair.indexOf('=')
        const key = pair.slice(at + 1).trim()
        if (pair.slice(0, at).trim() === cookieName && keys.has(key)) return key
      }
      return null
    },
  }
}
