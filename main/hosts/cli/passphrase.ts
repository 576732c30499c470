import { resolve } from 'node:path'
import { HostError } from '../terminal.ts'
import type { Means } from './command.ts'
import { passphraseTexts, readPrivateFile, readPrivateInput } from './private-input.ts'

/** By standard input or by a file that nobody else can read; null where neither was named. */
export async function namedPassphrase({ options }: Pick<Means, 'options'>): Promise<string | null> {
  const { 'passphrase-stdin': fromStdin, 'passphrase-file': file } = options
  if (fromStdin) return readPrivateInput(passphraseTexts)
  return file === undefined
    ? null
    : readPrivateFile(resolve(process.env.INIT_CWD ?? '.', file), passphraseTexts)
}

export async function neededPassphrase(means: Pick<Means, 'options'>): Promise<string> {
  const passphrase = await namedPassphrase(means)
  if (passphrase === null) throw new HostError('usage.noPassphrase')
  return passphrase
}
