import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptInFolder, keyringOver } from '#tests/fakes/keyring.ts'
import { buildChild } from '#tests/support/child-build.ts'
import { launch } from '#tests/support/launch.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { addOrganisation, openVaultIn, PHRASE, sessionIn } from '#tests/support/vault.ts'

const anna = sessionIn('w1')
const SECRETS = {
  'connection/c1': { token: 'not-a-real-token' },
  'connection/c2': { key: 'not-a-real-key-'.repeat(100) },
}

let mover: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => {
  mover = await buildChild('vault-mover')
})
afterAll(() => mover.remove())

const openIn = (folder: string) => openVaultIn(folder, keyringOver(keptInFolder(join(folder, 'keychain'))))

async function prepare(folder: string, kind: 'keychain' | 'passphrase'): Promise<void> {
  const { vault, store, close } = await openIn(folder)
  addOrganisation(store, { id: 'w1', connections: ['c1', 'c2'] })
  const passphrase = kind === 'passphrase' ? { passphrase: PHRASE } : {}
  await vault.update(anna, { kind, ...passphrase, leavesBehind: false, startsOver: false })
  for (const [name, secrets] of Object.entries(SECRETS)) await vault.keep(name, secrets)
  close()
}

/** Every secret is where the store says that it is, whoever was killed when. */
async function expectWhole(folder: string, step: number): Promise<'keychain' | 'passphrase' | null> {
  const { vault, ports, close } = await openIn(folder)
  const { kind } = await vault.getState()
  if (kind === 'passphrase') await vault.unlock(anna, PHRASE)
  for (const [name, secrets] of Object.entries(SECRETS))
    expect(await vault.read(name), `${name} after step ${step}, at ${kind}`).toEqual(secrets)
  // Reading has cleared what the move has left at the old place, if it had come that far.
  if (kind === 'passphrase') expect(readdirSync(join(folder, 'keychain'))).toEqual([])
  else expect(existsSync(ports.paths.vaultFile) && ports.secrets.passphrase.state()).not.toBe('open')
  close()
  return kind
}

test.each([
  ['keychain', 'passphrase'],
  ['passphrase', 'keychain'],
] as const)(
  'a move from %s to %s killed at any step loses no secret',
  async (from, to) => {
    const root = tempFolder()
    const origin = join(root, 'origin')
    await prepare(origin, from)
    const seen = new Set<string | null>()
    let step = 0
    for (let isMoved = false; !isMoved; ) {
      step += 1
      const folder = join(root, `run-${step}`)
      cpSync(origin, folder, { recursive: true })
      const { code, stdout, stderr } = await launch(process.execPath, [mover.file, folder, to, String(step)])
        .ended
      isMoved = stdout === 'moved\n'
      expect([isMoved, code], stderr).toEqual(isMoved ? [true, 0] : [false, null])
      const kind = await expectWhole(folder, step)
      seen.add(kind)
      if (!isMoved) continue
      expect(kind).toBe(to)
    }
    // Some were killed before the switch and some after it.
    expect([...seen].sort()).toEqual(['keychain', 'passphrase'])
    expect(step).toBeGreaterThan(20)
  },
  180_000,
)
