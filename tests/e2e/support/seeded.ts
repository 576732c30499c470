import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildChild } from '#tests/support/child-build.ts'
import { launch } from '#tests/support/launch.ts'
import { connectWebClient, startWebHost, type WebClient, type WebHost } from '#tests/support/web-host.ts'
import { PASSWORD } from '../pages/start-page.ts'
import { test as base, NOW } from './test.ts'

type Wish = {
  resources?: { count: number; clouds: number }
  /** Things that the bill names and nobody knows. */
  hasUnknown?: boolean
  role?: 'analyst' | 'viewer'
}

type Seeded = { host: WebHost; client: WebClient; stop(): Promise<void> }

/**
 * A host over a store that holds what a test wished for, and the session of its owner. The store is written by a program
 * of its own while no host has it open: what a page shows of it is what a real program has read.
 */
export async function startSeeded(filler: string, wish: Wish): Promise<Seeded> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'infrazen-seeded-'))
  const first = await startWebHost({ now: NOW, dataFolder })
  const owner = await connectWebClient(first)
  await owner.value('people.addWorkspace', {
    workspaceName: 'ООО «Вектор»',
    userName: 'Мария Белова',
    password: PASSWORD,
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
  })
  const { session } = await owner.value('app.getState', {})
  await first.stop()
  if (!session) throw new Error('nobody is signed in')
  const { workspaceId, userId } = session

  const fill = launch(process.execPath, [filler, dataFolder, workspaceId, JSON.stringify(wish)])
  const { code, stderr } = await fill.ended
  if (code !== 0) throw new Error(`the store was not filled: ${stderr}`)

  const host = await startWebHost({ now: NOW, dataFolder })
  const client = await connectWebClient(host)
  await client.value('people.signIn', { userId, workspaceId, password: PASSWORD })
  return {
    host,
    client,
    stop: async () => {
      await host.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

export const test = base.extend<{ seed: (wish: Wish) => Promise<Seeded> }, { filler: string }>({
  filler: [
    async ({ browserName: _browserName }, use) => {
      const { file, remove } = await buildChild('store-filler')
      await use(file)
      remove()
    },
    { scope: 'worker' },
  ],
  seed: async ({ filler }, use) => {
    const started: Seeded[] = []
    await use(async (wish) => {
      const seeded = await startSeeded(filler, wish)
      started.push(seeded)
      return seeded
    })
    for (const { stop } of started) await stop()
  },
})

export { expect } from './test.ts'
