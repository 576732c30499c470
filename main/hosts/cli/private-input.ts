import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import type { TerminalText } from '#shared/texts/terminal.ts'
import { exitCodes } from '../exit-codes.ts'
import { HostError } from '../terminal.ts'

const MAX_BYTES = 4096

/** What is said where the secret is not one line, cannot be read, or can be read by others. */
export type SecretTexts = { empty: TerminalText; unread: TerminalText; open: TerminalText }

export const passphraseTexts: SecretTexts = {
  empty: 'cli.noPassphrase',
  unread: 'cli.noPassphraseFile',
  open: 'cli.openPassphraseFile',
}

/** Editors and `echo` end a file with a line break that belongs to no secret. */
function oneLine(text: string, { empty }: SecretTexts): string {
  const line = text.replace(/\r?\n$/, '')
  if (line === '' || /[\r\n]/.test(line)) throw new HostError(empty)
  return line
}

/** A secret for a command at which nobody sits. */
export async function readPrivateInput(texts: SecretTexts): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) throw new HostError(texts.empty)
    chunks.push(chunk)
  }
  return oneLine(Buffer.concat(chunks).toString(), texts)
}

/** What others can read is no secret. Windows has no such bits: there the folder's rights decide. */
export function readPrivateFile(path: string, texts: SecretTexts): string {
  const file = openRegular(path, texts)
  try {
    const facts = fstatSync(file)
    if (!facts.isFile() || facts.size > MAX_BYTES) throw new HostError(texts.unread, { path })
    if (process.platform !== 'win32' && (facts.mode & 0o077) !== 0)
      throw new HostError(texts.open, { path }, exitCodes.noPermission)
    return oneLine(readFileSync(file, 'utf8'), texts)
  } finally {
    closeSync(file)
  }
}

function openRegular(path: string, { unread }: SecretTexts): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    const isRefused = ['EACCES', 'EPERM'].includes(String((error as NodeJS.ErrnoException).code))
    throw new HostError(unread, { path }, isRefused ? exitCodes.noPermission : exitCodes.usage)
  }
}
