import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STRONG } from '#main/adapters/guess-cost.ts'
import { createPassphraseVault } from '#main/adapters/secrets/passphrase-vault.ts'
import { buildChild } from '#tests/support/child-build.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const KILLS = 25
const PHRASE = 'лес река мост окно'

let writer: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => {
  writer = await buildChild('vault-writer')
})
afterAll(() => writer.remove())

/** The last number that the writer said before it was killed; 0 when it said none. */
async function writeUntilKilled(path: string, livesMs: number): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, [writer.file, path, PHRASE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const begun = new Promise<void>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (/^\d+\n/m.test(said)) resolve()
    })
    child.once('close', () => reject(new Error(`the writer ended by itself: ${said}`)))
  })
  await begun
  const closed = once(child, 'close')
  await after(livesMs)
  child.kill('SIGKILL')
  await closed
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1))
}

test(`a vault killed ${KILLS} times in the middle of writing is whole and has what was said to be kept`, async () => {
  const path = join(tempFolder(), 'infrazen.vault')
  const next = randomNumbers(7)
  let confirmed = 0
  for (let kills = 0; kills < KILLS; kills += 1) {
    const said = await writeUntilKilled(path, next(30))
    expect(said).toBeGreaterThan(confirmed)
    confirmed = said
    const vault = createPassphraseVault(path, STRONG)
    expect(vault.state()).toBe('locked')
    expect(await vault.unlock(PHRASE)).toBe(true)
    const kept = Number(await vault.get('last'))
    // The last one may have been kept and not said any more.
    expect([confirmed, confirmed + 1]).toContain(kept)
    confirmed = kept
    const beside = readdirSync(join(path, '..')).filter((name) => name !== 'infrazen.vault')
    expect(beside.filter((name) => name !== '.infrazen.vault.tmp')).toEqual([])
  }
})
