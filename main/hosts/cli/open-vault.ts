import { AppError } from '#shared/errors/app-error.ts'
import type { Terminal } from '../terminal.ts'
import { passphraseTexts, readPrivateFile, readPrivateInput } from './private-input.ts'

const PASSPHRASE_VARIABLE = 'INFRAZEN_PASSPHRASE_FILE'

/** The vault of whoever has the store open: this command, or the window beside it. */
type VaultDoor = {
  state(): Promise<'absent' | 'locked' | 'open' | 'damaged'>
  /** Throws where the passphrase is wrong. */
  unlock(passphrase: string): Promise<unknown>
  file: string
}

/**
 * Opens the passphrase vault for a command without a person at it: by standard input when the command says so, else by
 * the file that the environment names. Never by an argument, which every user of the machine can read. Where there is
 * no such vault, nothing happens; where nothing was given, it says what could be.
 */
export async function openVault(
  door: VaultDoor,
  terminal: Pick<Terminal, 'note'>,
  { fromStdin }: { fromStdin: boolean },
): Promise<void> {
  const state = await door.state()
  if (state === 'absent' || state === 'open') return
  if (state === 'damaged') {
    // A file that is not in use any more must not keep a command from its work; whoever needs it will say so.
    if (fromStdin) throw new AppError('vault.damaged', { path: door.file })
    return
  }
  const passphrase = await givenPassphrase(fromStdin)
  if (passphrase === null) terminal.note('cli.vaultLocked', { variable: PASSPHRASE_VARIABLE })
  else await door.unlock(passphrase)
}

async function givenPassphrase(fromStdin: boolean): Promise<string | null> {
  if (fromStdin) return readPrivateInput(passphraseTexts)
  const path = process.env[PASSPHRASE_VARIABLE]
  return path ? readPrivateFile(path, passphraseTexts) : null
}
