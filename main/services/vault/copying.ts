import type { SecretShelf } from '#main/ports/secrets.ts'
import { AppError } from '#shared/errors/app-error.ts'

/** Those of the names that have a secret there. */
export async function listPresent(place: SecretShelf, names: readonly string[]): Promise<string[]> {
  const present: string[] = []
  for (const name of names) if ((await place.get(name)) !== null) present.push(name)
  return present
}

type Copying = {
  from: SecretShelf
  to: SecretShelf
  names: readonly string[]
  hide(value: string): void
}

/** Each secret is read back from where it was put. */
export async function copySecrets({ from, to, names, hide }: Copying): Promise<void> {
  for (const name of names) {
    const value = await from.get(name)
    if (value === null) throw new AppError('vault.failed', { detail: '' })
    hide(value)
    await to.put(name, value)
    if ((await to.get(name)) !== value) throw new AppError('vault.failed', { detail: '' })
  }
}
