import type { Ports } from '#main/ports/ports.ts'
import { type Left, listSecretOwners, readVaultChoice, VAULT_AREA } from '#main/queries/vault.query.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { VaultKind } from '#shared/contract/vault.ts'

/** What the store remembers of the secrets: where they lie and whose they are, never what they are. */
export function createVaultChoice({ store, ports }: { store: Store; ports: Pick<Ports, 'ids'> }) {
  /** Kept in this process, perhaps before the store knows their owner: they move with the rest. */
  const fresh = new Set<string>()

  const put = (values: Record<string, string | Left | false>): void =>
    store.transaction((db) => {
      for (const [key, value] of Object.entries(values))
        putSetting(db, { scope: 'app', ownerId: VAULT_AREA, key, value })
    })

  function installation(): string {
    const known = readVaultChoice(store.read).installation
    if (known !== null) return known
    const id = ports.ids.next()
    put({ installation: id })
    return id
  }

  /** A connection's name is its own everywhere; the proxy's would be the same in each data folder of this machine. */
  const nameInPlace = (name: string): string => (name === 'proxy' ? `proxy/${installation()}` : name)

  return {
    read: () => readVaultChoice(store.read),
    nameInPlace,
    remember: (name: string) => fresh.add(name),
    forget: (name: string) => fresh.delete(name),
    choose: (kind: VaultKind) => put({ kind }),
    /** In one transaction: whoever is stopped before it is still at the old place, after it at the new one. */
    move: (kind: VaultKind, left: Left | null) => put({ kind, left: left ?? false }),
    mark: (left: Left | null) => put({ left: left ?? false }),
    owners: () => listSecretOwners(store.read).length,
    /** Every name that may have a secret, as the places know it. */
    names(): string[] {
      const owned = listSecretOwners(store.read).map((id) => `connection/${id}`)
      return [...new Set([...owned, ...fresh, 'proxy'].map(nameInPlace))]
    },
  }
}

export type VaultStanding = ReturnType<typeof createVaultChoice>
