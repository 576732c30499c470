import { isSecretName, redact } from '#shared/lib/redact.ts'

const MAX_TEXT = 200
const MAX_SECRETS = 100
/** Shorter ones would blot out half of a sentence and give themselves away by it. */
const SHORTEST_SECRET = 4
const HIDDEN = '•••'

/**
 * The values that the input carries under a secret's name, so that they can be hidden wherever else they turn up.
 * What stands inside something of such a name is secret whatever it is called itself.
 */
export function secretsIn(value: unknown, isSecret = false, depth = 0): string[] {
  if (typeof value === 'string') return isSecret && value.length >= SHORTEST_SECRET ? [value] : []
  if (typeof value !== 'object' || value === null || depth > 4 || ArrayBuffer.isView(value)) return []
  return Object.entries(value)
    .slice(0, MAX_SECRETS)
    .flatMap(([key, item]) => secretsIn(item, isSecret || isSecretName(key), depth + 1))
}

export const hideSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((hidden, secret) => hidden.replaceAll(secret, HIDDEN), text)

/** A call's parsed input as the audit trail may keep it. Hidden first and cut after: half a secret is one still. */
export function auditInput(input: unknown, secrets: readonly string[]): unknown {
  return redact(hideIn(input, secrets), MAX_TEXT)
}

function hideIn(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return hideSecrets(value, secrets).replace(/\S+/g, hidePerson)
  if (Array.isArray(value)) return value.map((item) => hideIn(item, secrets))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideIn(item, secrets)]))
}

/** `name:password@host`, with slashes in the password too: no proper address then, but a secret all the same. */
function hidePerson(word: string): string {
  const at = word.lastIndexOf('@')
  return at > 0 && word.slice(0, at).includes(':') ? `${HIDDEN}${word.slice(at)}` : word
}

/**
 * What was thrown, for the log alone. A failed statement's parameters are data of people and hashes of their secrets;
 * the statement itself is enough to find it.
 */
export function describeThrown(thrown: unknown, secrets: readonly string[]): string {
  const parts: string[] = []
  for (let error = thrown, depth = 0; error !== undefined && depth < 4; depth += 1) {
    parts.push(textOf(error))
    error = error instanceof Error ? error.cause : undefined
  }
  const text = parts
    .join('\ncaused by ')
    .replace(/\nparams: [\s\S]*?(?=\n {4}at |\ncaused by |$)/g, '\nparams: •••')
  return hideSecrets(text, secrets)
}

/** Anything can be thrown, things that refuse to be turned into text included. */
function textOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? String(thrown.stack ?? thrown) : String(thrown)
  } catch {
    return typeof thrown
  }
}
