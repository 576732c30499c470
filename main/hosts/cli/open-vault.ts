import { readFileSync, statSync } from 'node:fs'
import type { Ports } from '#main/ports/ports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { exitCodes } from '../exit-codes.ts'
import { HostError, type Terminal } from '../terminal.ts'

const VARIABLE = 'INFRAZEN_PASSPHRASE_FILE'
const MAX_BYTES = 4096

/**
 * Opens the passphrase vault for a command without a person at it: by standard input when the command says so, else by
 * the file that the environment names. Never by an argument, which every user of the machine can read. Where there is
 * no such vault, nothing happens; where nothing was given, it says what could be.
 */
export async function openVault(
  ports: Pick<Ports, 'secrets' | 'log' | 'paths'>,
  terminal: Pick<Terminal, 'note'>,
  { fromStdin }: { fromStdin: boolean },
): Promise<void> {
  const vault = ports.secrets.passphrase
  const state = vault.state()
  if (state === 'absent' || state === 'open') return
  if (state === 'damaged') {
    // A file that is not in use any more must not keep a command from its work; whoever needs it will say so.
    if (fromStdin) throw new AppError('vault.damaged', { path: ports.paths.vaultFile })
    return
  }
  const passphrase = await given(fromStdin)
  if (passphrase === null) {
    terminal.note('cli.vaultLocked', { variable: VARIABLE })
    return
  }
  ports.log.hide(passphrase)
  if (!(await vault.unlock(passphrase))) throw new AppError('vault.wrongPassphrase')
}

async function given(fromStdin: boolean): Promise<string | null> {
  if (fromStdin) return oneLine(await readStdin())
  const path = process.env[VARIABLE]
  return path ? oneLine(readPrivateFile(path)) : null
}

/** Editors and `echo` end a file with a line break that belongs to no passphrase. */
function oneLine(text: string): string {
  const line = text.replace(/\r?\n$/, '')
  if (line === '' || /[\r\n]/.test(line)) throw new HostError('cli.noPassphrase')
  return line
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) throw new HostError('cli.noPassphrase')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** A passphrase that others can read is none. Windows has no such bits: there the folder's rights decide. */
function readPrivateFile(path: string): string {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts?.isFile() || facts.size > MAX_BYTES) throw new HostError('cli.noPassphraseFile', { path })
  if (process.platform !== 'win32' && (facts.mode & 0o077) !== 0)
    throw new HostError('cli.openPassphraseFile', { path }, exitCodes.noPermission)
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new HostError('cli.noPassphraseFile', { path }, exitCodes.noPermission)
  }
}
