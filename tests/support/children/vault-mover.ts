import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { keptInFolder, keyringOver } from '#tests/fakes/keyring.ts'
import { openVaultIn, PHRASE, sessionIn } from '#tests/support/vault.ts'

/**
 * Moves the secrets of a data folder to a place and kills itself at the step that it is told: before and after each
 * call to a place. Says `moved` when it comes to the end.
 */
const [folder = '', kind = '', step = ''] = process.argv.slice(2)
let left = Number(step)
const onStep = (): void => {
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}
const { vault, ports, close } = await openVaultIn(
  folder,
  keyringOver(keptInFolder(join(folder, 'keychain')), onStep),
)
const file = ports.secrets.passphrase
for (const name of ['get', 'put', 'remove', 'create', 'destroy'] as const) {
  const work = file[name] as (...args: string[]) => Promise<unknown>
  Reflect.set(file, name, async (...args: string[]) => {
    onStep()
    const result = await work(...args)
    onStep()
    return result
  })
}
const anna = sessionIn('w1')
if (file.state() === 'locked') await vault.unlock(anna, PHRASE)
await vault.update(anna, {
  kind: kind === 'keychain' ? 'keychain' : 'passphrase',
  passphrase: PHRASE,
  leavesBehind: false,
  startsOver: false,
})
close()
writeSync(1, 'moved\n')
