import type { BrowserWindow } from 'electron'
import type { Envelope } from '#shared/errors/app-error.ts'

type Parts = { call(name: string, input: unknown): Promise<Envelope<unknown>>; window: BrowserWindow }

const LIMIT_MS = 30_000
const PAGE_IS_THERE =
  'new Promise((done) => { const look = () => document.getElementById("root")?.childElementCount ? done(true) : setTimeout(look, 50); look() })'

/** `--smoke`, for a build just packaged: a new store takes data and gives it back, the page comes up with something in it. */
export async function runSmoke({ call, window }: Parts): Promise<void> {
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const envelope = await call(name, input)
    if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code}`)
    return envelope.value
  }
  await ask('people.startDemo', {})
  const { items } = (await ask('connections.list', {})) as { items: unknown[] }
  if (items.length === 0) throw new Error('the store gave nothing back')
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('the page is empty')), LIMIT_MS).unref()
  })
  await Promise.race([window.webContents.executeJavaScript(PAGE_IS_THERE), late])
}
