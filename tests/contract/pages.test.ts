import { expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { startBackend, transports } from './transports.ts'

/** How many pages one client may have open: a window has one, a browser any number. */
const ways = [
  ['direct call', 2],
  ['HTTP', 2],
  ['Electron ports', 1],
] as const

/** What each page of one client has heard by the time that all have heard of the session. */
async function hear(name: string, pages: number, call: string): Promise<string[][]> {
  const transport = await transports[name]?.(await startBackend(tempFolder()))
  if (!transport) throw new Error(`no transport ${name}`)
  await transport.call('guest', 'people.startDemo', {})
  const heard: string[][] = []
  const told: Promise<void>[] = []
  for (let page = 0; page < pages; page += 1) {
    const names: string[] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    await transport.subscribe('guest', (event) => {
      names.push(event.name)
      if (event.name === 'session.changed') resolve()
    })
    heard.push(names)
    told.push(promise)
  }
  expect(await transport.call('guest', call, {})).toEqual({ ok: true, value: {} })
  await Promise.all(told)
  await transport.close()
  return heard
}

const once = (pages: number): string[][] => Array.from({ length: pages }, () => ['session.changed'])

it.each(ways)(
  'over %s, every page of a client hears that the demo company was removed',
  async (name, pages) => {
    expect(await hear(name, pages, 'demo.remove')).toEqual(once(pages))
  },
)

it.each(ways)('over %s, every page of a client hears that it signed out', async (name, pages) => {
  expect(await hear(name, pages, 'people.signOut')).toEqual(once(pages))
})
