import type { Page } from '@playwright/test'
import { type BegetFake, startBegetFake } from '#tests/fakes/beget/start.ts'
import { connectWebClient, startWebHost, type WebClient, type WebHost } from '#tests/support/web-host.ts'
import { PASSWORD } from '../pages/start-page.ts'
import { test as base, enterAs, NOW, watch } from './test.ts'

export const PHRASE = 'лес река мост окно'

type Fixtures = {
  /** A Beget on the loopback that a test steers. */
  beget: BegetFake
  /** An organisation that has chosen where its keys lie, and the page of its owner. */
  office: { host: WebHost; client: WebClient; page: Page }
  /** The same with that Beget connected already. */
  connected: { id: string; name: string }
}

export const test = base.extend<Fixtures>({
  beget: async ({ browserName: _browserName }, use) => {
    const fake = await startBegetFake({ nowMs: () => Date.parse(NOW) })
    await use(fake)
    await fake.close()
  },
  office: async ({ context }, use) => {
    const host = await startWebHost({ now: NOW })
    const client = await connectWebClient(host)
    await client.value('people.addWorkspace', {
      workspaceName: 'ООО «Вектор»',
      userName: 'Мария Белова',
      password: PASSWORD,
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
    })
    await client.value('vault.update', { kind: 'passphrase', passphrase: PHRASE })
    await enterAs(context, host, client)
    const page = await context.newPage()
    const settle = watch(page, host.origin)
    // What another client does from now on reaches the page.
    const isLive = page.waitForResponse((response) => response.url() === `${host.origin}/events`)
    await page.goto(`${host.origin}/connections`)
    await isLive
    try {
      await use({ host, client, page })
      settle()
    } finally {
      await host.stop()
    }
  },
  connected: async ({ office, beget }, use) => {
    const { client } = office
    const { id } = await client.value('connections.add', {
      provider: 'beget',
      name: 'Beget, прод',
      settings: beget.settings,
      secrets: beget.secrets,
    })
    await use({ id, name: 'Beget, прод' })
  },
})

export { expect } from './test.ts'
