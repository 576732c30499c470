import type { Ports } from '#main/ports/ports.ts'
import type { SecretShelf } from '#main/ports/secrets.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { VaultKind } from '#shared/contract/vault.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { passphraseStrength } from '#shared/lib/passphrase-strength.ts'
import { copySecrets, listPresent } from './copying.ts'
import type { KeychainLook } from './keychain-look.ts'
import type { Tries } from './tries.ts'
import type { VaultStanding } from './vault-choice.ts'

type Parts = {
  ports: Pick<Ports, 'secrets' | 'log' | 'paths'>
  standing: VaultStanding
  tries: Tries
  look: KeychainLook
  hide(value: string): void
}
type Wish = Omit<ParsedInput<'vault.update'>, 'kind'>

/** Chooses the place of the secrets, and carries over what lies in another. */
export function createMover({ ports, standing, tries, look, hide }: Parts) {
  const { keychain, passphrase } = ports.secrets
  const shelfOf = (kind: VaultKind): SecretShelf => (kind === 'keychain' ? keychain : passphrase)

  async function assertKeychain(): Promise<void> {
    const { state, detail } = await look.fresh()
    if (state !== 'ready') throw new AppError('vault.noKeychain', { detail: detail ?? '' })
  }

  function assertFileOpen(): void {
    const state = passphrase.state()
    if (state === 'locked') throw new AppError('vault.locked')
    if (state !== 'open') throw new AppError('vault.damaged', { path: ports.paths.vaultFile })
  }

  /** Counted before the check; the right one clears the count. */
  async function unlock(given: string): Promise<void> {
    hide(given)
    tries.count()
    if (!(await passphrase.unlock(given))) throw new AppError('vault.wrongPassphrase')
    tries.clear()
  }

  /** What cannot be opened stands aside for a new file only when the person has said so. True for a new file. */
  async function openFile({ passphrase: given, startsOver }: Wish): Promise<boolean> {
    const state = passphrase.state()
    if (state === 'open') return false
    if (state === 'damaged' && !startsOver) assertFileOpen()
    if (given === undefined) throw new AppError('input.invalid', { field: 'passphrase', problem: 'missing' })
    const isNew = state !== 'locked' || startsOver
    if (!isNew) await unlock(given)
    else {
      assertStrong(given)
      hide(given)
      await passphrase.create(given)
    }
    return isNew
  }

  async function assertReadable(kind: VaultKind): Promise<void> {
    if (kind === 'keychain') return assertKeychain()
    // A file that is gone holds nothing to carry over.
    if (passphrase.state() !== 'absent') assertFileOpen()
  }

  /** Whether the present place can be read; false where it cannot and the person goes on without it. */
  async function isReadable(kind: VaultKind, leavesBehind: boolean): Promise<boolean> {
    try {
      await assertReadable(kind)
      return kind === 'keychain' || passphrase.state() === 'open'
    } catch (error) {
      if (leavesBehind && error instanceof AppError) return false
      throw error
    }
  }

  /**
   * Until the switch the copies are what has to be cleared if this is stopped; from the switch on, the originals are.
   * A file that held something before is not ours to clear.
   */
  async function carryOver(from: VaultKind, to: VaultKind, isEmpty: boolean): Promise<string[]> {
    const names = await listPresent(shelfOf(from), standing.names())
    if (isEmpty) standing.mark({ kind: to, names })
    try {
      await copySecrets({ from: shelfOf(from), to: shelfOf(to), names, hide })
    } catch (error) {
      await clearLeft()
      throw error
    }
    standing.move(to, { kind: from, names })
    return names
  }

  /** Clears what an ended or a stopped move has left at the other place, once all of it can be read at this one. */
  async function clearLeft(): Promise<void> {
    const { kind, left } = standing.read()
    if (!kind || !left || left.kind === kind) return
    try {
      const known = standing.names()
      const wanted = left.names.filter((name) => known.includes(name))
      if ((await listPresent(shelfOf(kind), wanted)).length < wanted.length) return
      if (left.kind === 'passphrase') await passphrase.destroy()
      else for (const name of left.names) await keychain.remove(name)
      standing.mark(null)
    } catch (error) {
      const reason = error instanceof AppError ? error.code : 'internal'
      ports.log.write('warn', 'vault.notCleared', { place: left.kind, reason })
    }
  }

  return {
    shelfOf,
    assertKeychain,
    assertFileOpen,
    unlock,
    clearLeft,

    async choose(kind: VaultKind, wish: Wish): Promise<{ moved: number }> {
      if (kind === 'keychain') await assertKeychain()
      const isEmpty = kind === 'keychain' || (await openFile(wish))
      const from = standing.read().kind
      if (from === kind) return { moved: 0 }
      if (from === null || !(await isReadable(from, wish.leavesBehind))) {
        standing.move(kind, null)
        return { moved: 0 }
      }
      const names = await carryOver(from, kind, isEmpty)
      await clearLeft()
      return { moved: names.length }
    },
  }
}

export function assertStrong(passphrase: string): void {
  if (!passphraseStrength(passphrase).isAccepted) throw new AppError('vault.weakPassphrase')
}
