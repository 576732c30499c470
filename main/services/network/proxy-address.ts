import { AppError } from '#shared/errors/app-error.ts'

/** An origin and nothing more; whoever types a name and a password into it is told where they belong. */
export function readProxyAddress(text: string): string {
  const refusal = (): AppError => new AppError('network.badProxy', { address: withoutPerson(text) || '—' })
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') throw refusal()
  if (url.username || url.password || url.search || url.hash || url.pathname !== '/') throw refusal()
  return url.origin
}

/** The address with the person in it, as a request needs it. Only ever in memory. */
export function withPerson(address: string, user: string | null, password: string | null): string {
  if (!user) return address
  const url = new URL(address)
  const person = [user, ...(password ? [password] : [])].map((part) =>
    encodeURIComponent(part.toWellFormed()),
  )
  return `${url.protocol}//${person.join(':')}@${url.host}`
}

const withoutPerson = (text: string): string => text.replace(/^([^/@]*\/\/)?.*@/s, '$1').slice(0, 200)
