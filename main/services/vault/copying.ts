import type { SecretShelf } from '#main/ports/secrets.ts'
import { AppError } from '#shared/errors/app-error.ts'

type Copying = {
  from: SecretShelf
  to: SecretShelf
  names: readonly string[]
  hide(value: string): void
}

/** Each secret is read back from where it was put. What the old place does not have is left as the new one has it. */
export async function copySecrets({ from, to, names, hide }: Copying): Promise<string[]> {
  const copied: string[] = []
  for (const name of names) {
    const value = await from.get(name)
    if (value === null) continue
    hide(value)
    await to.put(name, value)
    if ((await to.get(name)) !== value) throw new AppError('vault.failed', { detail: '' })
    copied.push(name)
  }
  return copied
}

/** True when each of them can be read: only then may another place of them be cleared. */
export async function areReadable(place: SecretShelf, names: readonly string[]): Promise<boolean> {
  for (const name of names) if ((await place.get(name)) === null) return false
  return true
}
