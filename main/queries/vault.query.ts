import type { ReadableDb } from '#main/store/db.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { type VaultKind, vaultKinds } from '#shared/contract/vault.ts'
import { readAppSettings } from './app-settings.query.ts'

export const VAULT_AREA = 'vault'

/** The place that was moved out of and is not cleared yet, and the names that were read back at the new one. */
export type Leaving = { kind: VaultKind; names: string[] }

type VaultChoice = {
  kind: VaultKind | null
  leaving: Leaving | null
  /** Tells the proxy's secret of this installation from that of another in the same keychain. */
  installation: string | null
}

export function readVaultChoice(db: ReadableDb): VaultChoice {
  const kept = readAppSettings(db, VAULT_AREA)
  const installation = kept.get('installation')
  return {
    kind: kindOf(kept.get('kind')),
    leaving: leavingOf(kept.get('leaving')),
    installation: typeof installation === 'string' ? installation : null,
  }
}

const kindOf = (value: unknown): VaultKind | null => vaultKinds.find((kind) => kind === value) ?? null

function leavingOf(value: unknown): Leaving | null {
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
