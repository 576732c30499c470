import { isSecretName, redact } from '#shared/lib/redact.ts'

const MAX_TEXT = 200
const MAX_SECRETS = 20
/** Shorter ones would blot out half of a sentence and give themselves away by it. */
const SHORTEST_SECRET = 4
const HIDDEN = '•••'

/** The values that the input carries under a secret's name, so that they can be hidden wherever else they turn up. */
export function secretsIn(value: unknown, depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > 3 || ArrayBuffer.isView(value)) return []
  return Object.entries(value)
    .slice(0, MAX_SECRETS)
    .flatMap(([key, item]) =>
      typeof item === 'string' && isSecretName(key) ? [item] : secretsIn(item, depth + 1),
    )
    .filter((secret) => secret.length >= SHORTEST_SECRET)
}

export const hideSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((hidden, secret) => hidden.replaceAll(secret, HIDDEN), text)

/** A call's parsed input as the audit trail may keep it. */
export function auditInput(input: unknown, secrets: readonly string[]): unknown {
  return hideIn(redact(input, MAX_TEXT), secrets)
}

function hideIn(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return hideSecrets(value, secrets)
  if (Array.isArray(value)) return value.map((item) => hideIn(item, secrets))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideIn(item, secrets)]))
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
