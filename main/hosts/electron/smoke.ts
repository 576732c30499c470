import type { BrowserWindow } from 'electron'
import type { Envelope } from '#shared/errors/app-error.ts'

type Parts = { call(name: string, input: unknown): Promise<Envelope<unknown>>; window: BrowserWindow }

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
  await new Promise<void>((resolve, reject) => {
    window.once('ready-to-show', () => resolve())
    window.webContents.once('did-fail-load', (_event, _code, text) => reject(new Error(text)))
    window.webContents.reload()
  })
  const children = await window.webContents.executeJavaScript('document.body.childElementCount')
  if (!(children > 0)) throw new Error('the page is empty')
}
