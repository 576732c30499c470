import { join } from 'node:path'
import { createKeychain, type Keyring } from '#main/adapters/secrets/keychain.ts'
import { createPassphraseVault } from '#main/adapters/secrets/passphrase-vault.ts'
import type { Session } from '#main/core/model/session.ts'
import { createVault, type VaultService } from '#main/services/vault/vault.service.ts'
import { openStore } from '#main/store/open.ts'
import { insertConnection } from '#main/store/repos/connections.repo.ts'
import { insertWorkspace } from '#main/store/repos/people.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { Role } from '#shared/contract/permissions.ts'
import { fakeKeyring } from '#tests/fakes/keyring.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'

export const PHRASE = 'лес река мост окно'
export const OTHER_PHRASE = 'сыр перо гора волна'
/** A guess costs nothing here: what it costs people is proved with the format. */
const QUICK = { n: 2 ** 10, r: 8, p: 1 }

type Places = TestPorts['secrets']
export type OpenedVault = {
  vault: VaultService
  store: Store
  ports: Omit<TestPorts, 'secrets'> & { secrets: Pick<Places, 'keychain' | 'passphrase'> }
  close(): void
}

/** The vault on a real store and a real file, over a keychain that outlives it. */
export async function openVaultIn(folder: string, keyring: Keyring = fakeKeyring()): Promise<OpenedVault> {
  const secrets = {
    keychain: createKeychain({ load: async () => keyring, probeMs: 100, answerMs: 100 }),
    passphrase: createPassphraseVault(join(folder, 'infrazen.vault'), QUICK),
  }
  const ports = { ...testPorts(folder), secrets }
  const store = await openStore(ports)
  return { vault: createVault({ store, ports }), store, ports, close: () => store.close() }
}

export const sessionIn = (workspaceId: string, more: Partial<Session> = {}): Session => ({
  id: `session in ${workspaceId}`,
  userId: `owner of ${workspaceId}`,
  workspaceId,
  role: 'owner' satisfies Role,
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  ...more,
})

/** An organisation with connections whose secrets the vault keeps. */
export function addOrganisation(
  store: Store,
  of: { id: string; kind?: 'real' | 'demo'; connections?: readonly string[]; atMs?: number },
): void {
  const { id, kind = 'real', connections = [], atMs = 0 } = of
  store.transaction((db) => {
    insertWorkspace(db, {
      id,
      name: `Организация ${id}`,
      kind,
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
      createdAtMs: atMs,
    })
    for (const connection of connections)
      insertConnection(db, {
        id: connection,
        workspaceId: id,
        provider: 'selectel',
        name: connection,
        accountRef: `account of ${connection}`,
        status: 'active',
        config: {},
        secretNames: ['token'],
        addedAtMs: 0,
      })
  })
}

/** The code of the refusal with its facts, or `ok`. */
export async function endOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'ok'
  } catch (error) {
    const { code, details } = error as { code?: string; details?: Record<string, unknown> }
    if (code === undefined) throw error
    return [code, ...Object.values(details ?? {})].join(' ').trim()
  }
}
