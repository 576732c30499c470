import { type BrowserContext, test as base, type Page } from '@playwright/test'
import { connectWebClient, startWebHost, type WebClient, type WebHost } from '#tests/support/web-host.ts'

/** The same moment for every page: 20 November 2026, noon in Moscow. Figures and pictures repeat. */
export const NOW = '2026-11-20T09:00:00Z'

type Look = { language: 'ru' | 'en'; theme: 'light' | 'dark' }

type WorkerFixtures = { demo: { host: WebHost; client: WebClient } }
type TestFixtures = {
  /** A page in the demo company, in the language and theme that the test asks for with `test.use`. */
  look: Look
  /** The address that it opens on: the overview, unless a test goes elsewhere at once. */
  start: string
  demoPage: Page
  /** A host with an empty folder of the test's own, for what changes the store. */
  ownHost: WebHost
  ownPage: Page
}

/** What a page must never do, whatever the test is about: complain in the console, break, ask anybody but its host. */
export function watch(page: Page, origin: string): () => void {
  const wrongs: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrongs.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) {
      wrongs.push(`request to ${request.url()}`)
    }
  })
  return () => {
    if (wrongs.length > 0) throw new Error(`the page misbehaved:\n${wrongs.join('\n')}`)
  }
}

export async function enterAs(context: BrowserContext, host: WebHost, client: WebClient): Promise<void> {
  const [name = '', value = ''] = client.cookie.split('=')
  await context.addCookies([{ name, value, url: host.origin, httpOnly: true, sameSite: 'Strict' }])
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  demo: [
    async ({ browserName: _browserName }, use) => {
      const host = await startWebHost({ now: NOW })
      const client = await connectWebClient(host)
      await client.value('people.startDemo', {})
      await use({ host, client })
      await host.stop()
    },
    { scope: 'worker' },
  ],
  look: [{ language: 'ru', theme: 'light' }, { option: true }],
  start: ['/', { option: true }],
  demoPage: async ({ demo, context, look, start }, use) => {
    await demo.client.value('settings.update', { ...look, density: 'comfortable' })
    await enterAs(context, demo.host, demo.client)
    const page = await context.newPage()
    const settle = watch(page, demo.host.origin)
    await page.goto(new URL(start, demo.host.origin).href)
    await use(page)
    settle()
  },
  ownHost: async ({ browserName: _browserName }, use) => {
    const host = await startWebHost({ now: NOW })
    await use(host)
    await host.stop()
  },
  ownPage: async ({ ownHost, context }, use) => {
    const page = await context.newPage()
    const settle = watch(page, ownHost.origin)
    await page.goto(ownHost.link)
    await use(page)
    settle()
  },
})

export { expect } from '@playwright/test'
