import type { Ports } from '#main/ports/ports.ts'
import type { SecretShelf } from '#main/ports/secrets.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { VaultKind } from '#shared/contract/vault.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { passphraseStrength } from '#shared/lib/passphrase-strength.ts'
import { areReadable, copySecrets } from './copying.ts'
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

  /** What cannot be opened stands aside for a new file only when the person has said so. */
  async function openFile({ passphrase: given, startsOver }: Wish): Promise<void> {
    const state = passphrase.state()
    if (state === 'open') return
    if (state === 'damaged' && !startsOver) assertFileOpen()
    if (given === undefined) throw new AppError('input.invalid', { field: 'passphrase', problem: 'missing' })
    if (state === 'locked' && !startsOver) return unlock(given)
    assertStrong(given)
    hide(given)
    await passphrase.create(given)
  }

  async function assertReadable(kind: VaultKind): Promise<void> {
    if (kind === 'keychain') return assertKeychain()
    // A file that is gone holds nothing to carry over.
    if (passphrase.state() !== 'absent') assertFileOpen()
  }

  /** The names that were carried over; null when the old place does not open and is left as it is. */
  async function carryOver(from: VaultKind, to: VaultKind, leavesBehind: boolean): Promise<string[] | null> {
    try {
      await assertReadable(from)
    } catch (error) {
      if (leavesBehind && error instanceof AppError) return null
      throw error
    }
    if (from === 'passphrase' && passphrase.state() === 'absent') return []
    return copySecrets({ from: shelfOf(from), to: shelfOf(to), names: standing.names(), hide })
  }

  /** A place that was moved out of is cleared once all that was in it can be read at the new one. */
  async function clearOld(): Promise<void> {
    const { kind, leaving } = standing.read()
    if (!kind || !leaving || leaving.kind === kind) return
    try {
      const known = standing.names()
      const wanted = leaving.names.filter((name) => known.includes(name))
      if (!(await areReadable(shelfOf(kind), wanted))) return
      if (leaving.kind === 'passphrase') await passphrase.destroy()
      else for (const name of leaving.names) await keychain.remove(name)
      standing.hasLeft()
    } catch (error) {
      const reason = error instanceof AppError ? error.code : 'internal'
      ports.log.write('warn', 'vault.notCleared', { place: leaving.kind, reason })
    }
  }

  return {
    shelfOf,
    assertKeychain,
    assertFileOpen,
    unlock,
    clearOld,

    async choose(kind: VaultKind, wish: Wish): Promise<{ moved: number }> {
      if (kind === 'keychain') await assertKeychain()
      else await openFile(wish)
      const from = standing.read().kind
      if (from === kind) return { moved: 0 }
      const names = from === null ? null : await carryOver(from, kind, wish.leavesBehind)
      standing.move(kind, from !== null && names !== null ? { kind: from, names } : null)
      await clearOld()
      return { moved: names?.length ?? 0 }
    },
  }
}

export function assertStrong(passphrase: string): void {
  if (!passphraseStrength(passphrase).isAccepted) throw new AppError('vault.weakPassphrase')
}
