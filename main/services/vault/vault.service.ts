import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { oneAtATime } from '#shared/lib/one-at-a-time.ts'
import { createKeeperRule } from './keeper-rule.ts'
import { createKeychainLook } from './keychain-look.ts'
import { assertStrong, createMover } from './mover.ts'
import { createTries } from './tries.ts'
import { createVaultChoice } from './vault-choice.ts'

type Secrets = Readonly<Record<string, string>>

type Done = Record<string, never>

export type VaultService = {
  getState(): Promise<CallOutput<'vault.getState'>>
  update(session: Session, input: ParsedInput<'vault.update'>): Promise<CallOutput<'vault.update'>>
  unlock(session: Session, passphrase: string): Promise<Done>
  lock(session: Session): Done
  updatePassphrase(session: Session, input: ParsedInput<'vault.updatePassphrase'>): Promise<Done>
  /** Throws vault.notChosen, vault.locked, vault.noKeychain… where secrets cannot be read or written now. */
  assertOpen(): Promise<void>
  /** All secrets under one name (`connection/<id>`, `proxy`); null when there are none. */
  read(name: string): Promise<Secrets | null>
  /** Takes the place of what was kept under the name. */
  keep(name: string, secrets: Secrets): Promise<void>
  forget(name: string): Promise<void>
}

/** Keeps what must not be in the store. One thing at a time: nothing is read from a place while it is being left. */
export function createVault({ store, ports }: { store: Store; ports: Ports }): VaultService {
  const { keychain, passphrase } = ports.secrets
  const { refuseDemo, keeperOnly } = createKeeperRule(store)
  const standing = createVaultChoice({ store, ports })
  const tries = createTries({ store, ports })
  const look = createKeychainLook(keychain, ports.clock)
  const mover = createMover({ ports, standing, tries, look, hide })
  const inTurn = oneAtATime()
  let isCleared = false

  /** As it stands in an address too, where it is written otherwise. */
  function hide(value: string): void {
    ports.log.hide(value)
    if (value.isWellFormed()) ports.log.hide(encodeURIComponent(value))
  }

  /** The place that the store names, ready to be asked. */
  async function place() {
    const { kind } = standing.read()
    if (kind === null) throw new AppError('vault.notChosen')
    if (kind === 'passphrase') mover.assertFileOpen()
    // A move that was stopped may have left things at the other place: looked for once.
    if (!isCleared) {
      isCleared = true
      await mover.clearLeft()
    }
    return mover.shelfOf(kind)
  }

  return {
    async getState() {
      const { kind } = standing.read()
      const { state, detail } = await look.recent()
      const file = passphrase.state()
      return {
        kind,
        isOpen: kind === 'passphrase' ? file === 'open' : state === 'ready',
        keychain: state,
        keychainDetail: detail,
        passphrase: file,
        connections: standing.owners(),
      }
    },

    /** The first choice is anybody's who may change settings; another one concerns all and is the keeper's. */
    update: (session, { kind, ...wish }) =>
      inTurn(async () => {
        if (standing.read().kind === null) refuseDemo(session)
        else keeperOnly(session)
        return mover.choose(kind, wish)
      }),

    unlock: (session, given) =>
      inTurn(async () => {
        refuseDemo(session)
        if (passphrase.state() !== 'locked') mover.assertFileOpen()
        await mover.unlock(given)
        return {}
      }),

    lock(session) {
      refuseDemo(session)
      passphrase.lock()
      return {}
    },

    updatePassphrase: (session, { currentPassphrase, newPassphrase }) =>
      inTurn(async () => {
        keeperOnly(session)
        if (standing.read().kind !== 'passphrase') throw new AppError('vault.notChosen')
        assertStrong(newPassphrase)
        await mover.unlock(currentPassphrase)
        hide(newPassphrase)
        await passphrase.rekey(newPassphrase)
        return {}
      }),

    async assertOpen() {
      const { kind } = standing.read()
      if (kind === 'passphrase') return mover.assertFileOpen()
      if ((await look.recent()).state === 'ready') return
      if (kind === 'keychain') return mover.assertKeychain()
      if ((await look.fresh()).state !== 'ready') throw new AppError('vault.notChosen')
    },

    read: (name) =>
      inTurn(async () => {
        if (standing.read().kind === null) return null
        const text = await (await place()).get(standing.nameInPlace(name))
        const secrets = text === null ? null : parse(text)
        for (const value of Object.values(secrets ?? {})) hide(value)
        return secrets
      }),

    keep: (name, secrets) =>
      inTurn(async () => {
        for (const value of Object.values(secrets)) hide(value)
        if (standing.read().kind === null) {
          // Where the system has a keychain, nobody needs to be asked.
          if ((await look.fresh()).state !== 'ready') throw new AppError('vault.notChosen')
          standing.choose('keychain')
        }
        const shelf = await place()
        const [key, text] = [standing.nameInPlace(name), JSON.stringify(secrets)]
        await shelf.put(key, text)
        if ((await shelf.get(key)) !== text) throw new AppError('vault.failed', { detail: '' })
        standing.remember(name)
      }),

    forget: (name) =>
      inTurn(async () => {
        if (standing.read().kind === null) return
        await (await place()).remove(standing.nameInPlace(name))
        standing.forget(name)
      }),
  }
}

/** Whatever is not a record of texts was not kept by this program. */
function parse(text: string): Secrets | null {
  try {
    const value: unknown = JSON.parse(text)
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isRecord && Object.values(value).every((item) => typeof item === 'string')
      ? (value as Secrets)
      : null
  } catch {
    return null
  }
}
