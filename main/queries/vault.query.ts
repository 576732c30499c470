import type { ReadableDb } from '#main/store/db.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { type VaultKind, vaultKinds } from '#shared/contract/vault.ts'
import { readAppSettings } from './app-settings.query.ts'

export const VAULT_AREA = 'vault'

/** What a move has left at the place that is not in use, to be cleared there once it can be read where it belongs. */
export type Left = { kind: VaultKind; names: string[] }

type VaultChoice = {
  kind: VaultKind | null
  left: Left | null
  /** Tells the proxy's secret of this installation from that of another in the same keychain. */
  installation: string | null
}

export function readVaultChoice(db: ReadableDb): VaultChoice {
  const kept = readAppSettings(db, VAULT_AREA)
  const installation = kept.get('installation')
  return {
    kind: kindOf(kept.get('kind')),
    left: leftOf(kept.get('left')),
    installation: typeof installation === 'string' ? installation : null,
  }
}

const kindOf = (value: unknown): VaultKind | null => vaultKinds.find((kind) => kind === value) ?? null

function leftOf(value: unknown): Left | null {
  if (typeof value !== 'object' || value === null) return null
  const kind = kindOf(Reflect.get(value, 'kind'))
  const names: unknown = Reflect.get(value, 'names')
  const isList = Array.isArray(names) && names.every((name) => typeof name === 'string')
  return kind && isList ? { kind, names } : null
}

/** Connections of every organisation that the vault keeps secrets for. */
export const listSecretOwners = (db: ReadableDb): string[] =>
  db
    .select({ id: connections.id, secretNames: connections.secretNames })
    .from(connections)
    .all()
    .filter(({ secretNames }) => secretNames.length > 0)
    .map(({ id }) => id)
