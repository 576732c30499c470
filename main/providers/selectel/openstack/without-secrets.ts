import { isSecretName } from '#shared/lib/redact.ts'

/**
 * Names under which a cloud returns what opens something, besides those that the whole program treats as secret. Free
 * metadata belong to them: people and installers leave passwords and their hashes there. Extensions put their own name
 * before a colon.
 */
const ALSO_SECRET =
  /(^|:)(metadata|user_?data|personality|kube_?config)$|(access|private|ssh|signing).?key|certificate/i
const MAX_DEPTH = 12

/** A provider's record that may be kept: whatever stands under a secret's name is left out, at every depth. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MAX_DEPTH) return null
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isSecretName(name) && !ALSO_SECRET.test(name))
      .map(([name, item]) => [name, withoutSecrets(item, depth + 1)]),
  )
}
