/** `pem`: whoever means to send a certificate may send its private key by mistake. */
const SECRET_NAME = /pass(word|phrase)?|secret|token|credential|api.?key|authorization|cookie|pem$/i
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name)

const HIDDEN = '•••'
const MAX_DEPTH = 4
const MAX_ITEMS = 20
const MAX_KEYS = 40
/** The name and password in an address. */
const PERSON_IN_URL = /(:\/\/)[^\s/@]+@/g

/** What a log or an audit trail may keep: secrets replaced by name, long text and deep structures cut. */
export function redact(value: unknown, maxText: number, depth = 0): unknown {
  if (typeof value === 'string') return cut(value.replace(PERSON_IN_URL, `$1${HIDDEN}@`), maxText)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MAX_DEPTH) return '…'
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redact(item, maxText, depth + 1))
  const entries = Object.entries(value).slice(0, MAX_KEYS)
  return Object.fromEntries(
    entries.map(([key, item]) => [key, isSecretName(key) ? HIDDEN : redact(item, maxText, depth + 1)]),
  )
}

const cut = (text: string, max: number): string => (text.length > max ? `${text.slice(0, max)}…` : text)
