import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chargeDays } from '#main/store/schema/costs.ts'
import { resources, snapshots } from '#main/store/schema/inventory.ts'
import { syncUndo } from '#main/store/schema/sync.ts'
import { buildChild } from '#tests/support/child-build.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { checkRollup } from '#tests/support/rollup.ts'
import { engineOver, quietCloud } from '#tests/support/scripted-cloud.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const KILLS = 8

let runner: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => {
  runner = await buildChild('sync-runner')
})
afterAll(() => runner.remove())

/** The last round that had ended when the program was killed. */
async function runUntilKilled(folder: string, seed: number, waitMs: number): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, [runner.file, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  if (child.stdout) await once(child.stdout, 'data')
  await after(waitMs)
  child.kill('SIGKILL')
  await once(child, 'close')
  return Number(said.split('\n').slice(0, -1).at(-1))
}

test('kill -9 amid a look: the next start closes it as interrupted, and nothing is half written', async () => {
  const folder = tempFolder()
  const next = randomNumbers(Date.now())
  let seed = 0
  let interrupted = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    seed = await runUntilKilled(folder, seed, next(700))
    const engine = await engineOver(quietCloud(), folder, { isNew: false })
    const { read } = engine.store
    const last = read.select().from(snapshots).all().at(-1)
    // A look that had ended may not have said so any more.
    if (last?.status === 'done') seed += last.finishedAtMs === null ? 0 : 1
    else interrupted += 1
    expect(last?.status).toMatch(/^(done|interrupted)$/)
    expect(read.select().from(syncUndo).all()).toEqual([])
    expect(checkRollup(read).differences).toBe(0)
    const present = read.select().from(resources).where(sql`gone_at_ms is null and type = 'server'`).all()
    const rounds = new Set(present.map(({ attributes }) => attributes.vcpu))
    expect(present).toHaveLength(300)
    expect(rounds.size, 'all servers are of one look').toBe(1)
    const [round = 0] = rounds
    const billed = read.all<{ sum: number }>(
      sql`select sum(billed_micros) as sum from cost_facts where day = '2026-11-18'`,
    )
    expect(billed).toEqual([{ sum: Number(round) * 300 * 1_000_000 }])
    expect(read.select().from(chargeDays).all().length).toBeGreaterThan(0)
    seed = Number(round)
    await engine.close()
  }
  process.stdout.write(`${KILLS} kills, ${interrupted} of them amid a look\n`)
  expect(interrupted).toBeGreaterThan(0)
})
