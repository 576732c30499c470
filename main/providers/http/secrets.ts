const HIDDEN = '•••'
/** Shorter ones would blot out half of a sentence and give themselves away by it. */
const SHORTEST = 4

/** A text without any of the secrets, as they are and as addresses, forms and JSON write them. */
export function stripSecrets(text: string, secrets: Iterable<string>): string {
  const forms = [...secrets].filter((secret) => secret.length >= SHORTEST).flatMap(formsOf)
  // The longest first: a secret that another one begins with must not leave its end behind.
  const ordered = [...new Set(forms)].sort((a, b) => b.length - a.length)
  return ordered.reduce((stripped, form) => stripped.replaceAll(form, HIDDEN), text)
}

function formsOf(secret: string): string[] {
  const encoded = encodeURIComponent(secret.toWellFormed())
  return [secret, encoded, encoded.replaceAll('%20', '+'), JSON.stringify(secret).slice(1, -1)]
}
