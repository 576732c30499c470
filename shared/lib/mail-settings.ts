type Given = { host: string; security: 'tls' | 'startTls' | 'none'; from: string }

const HOST =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i
/** The address alone, or behind a name: `Отчёты <reports@example.com>`. */
const SENDER =
  /^(?:[^<>@,;\p{Cc}]*<[^\s<>@,;\p{Cc}]+@[^\s<>@,;\p{Cc}]+>|[^\s<>@,;\p{Cc}]+@[^\s<>@,;\p{Cc}]+)$/u

/** Which of the settings will not do; null: none. A letter goes unprotected to this machine's own server only. */
export function mailField({ host, security, from }: Given): 'host' | 'from' | 'security' | null {
  if (host !== '' && !HOST.test(host) && host !== '::1') return 'host'
  if (security === 'none' && !isLoopback(host)) return 'security'
  return from === '' || SENDER.test(from) ? null : 'from'
}

const isLoopback = (host: string): boolean => LOOPBACK.test(host)
