import { isSecretName } from '#shared/lib/redact.ts'

const HIDDEN = '•••'

/**
 * A provider's record as it is shown. Secrets were taken out before it was stored; a name that was not known then is
 * hidden here.
 */
export function rawView(text: string): string {
  try {
    const record: unknown = JSON.parse(text, (name, value: unknown) =>
      isSecretName(name) && typeof value === 'string' ? HIDDEN : value,
    )
    return JSON.stringify(record, null, 2)
  } catch {
    return text
  }
}
