import { writeSync } from 'node:fs'
import { createPassphraseVault } from '#main/adapters/secrets/passphrase-vault.ts'

/** Puts numbers into a vault for as long as it lives, and says each only after it has been kept. */
const [path = '', phrase = ''] = process.argv.slice(2)
const vault = createPassphraseVault(path, { n: 2 ** 10, r: 8, p: 1 })
if (vault.state() === 'absent') await vault.create(phrase)
else await vault.unlock(phrase)
const last = Number((await vault.get('last')) ?? 0)
writeSync(1, 'ready\n')
for (let id = last + 1; ; id += 1) {
  await vault.put('last', String(id))
  writeSync(1, `${id}\n`)
}
