import { type BrowserWindow, nativeTheme, shell } from 'electron'
import { z } from 'zod'
import type { Log } from '#main/ports/ports.ts'
import { type HostCallName, type HostCalls, hostCallNames } from '#shared/contract/host.ts'
import { AppError, type Envelope } from '#shared/errors/app-error.ts'
import type { NativeTexts } from '#shared/texts/native.ts'
import { saveFile } from './dialogs.ts'
import { openExternal } from './open-external.ts'
import type { Theme } from './window-state.ts'

type HostParts = {
  texts: NativeTexts
  dataFolder: string
  log: Log
  keepTheme(theme: Theme): void
}

const inputs = {
  'host.saveFile': z.strictObject({
    fileName: z.string().min(1).max(300),
    mediaType: z.string().max(100),
    data: z.string().max(200_000_000),
    encoding: z.enum(['utf8', 'base64']),
  }),
  'host.openDataFolder': z.strictObject({}),
  'host.openLink': z.strictObject({ url: z.string() }),
  'host.setTheme': z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
}

type Handlers = {
  [N in HostCallName]: (
    input: z.output<(typeof inputs)[N]>,
    window: BrowserWindow,
  ) => Promise<ReturnType<HostCalls[N]>>
}

/** What only a window can do, answered in the same envelope as the backend's calls. */
export function createHostCalls({ texts, dataFolder, log, keepTheme }: HostParts) {
  const handlers: Handlers = {
    'host.saveFile': (file, window) => saveFile(window, file, texts),
    'host.openDataFolder': async () => (await shell.openPath(dataFolder)) === '',
    'host.openLink': ({ url }) => openExternal(url, log),
    'host.setTheme': async ({ theme }) => {
      nativeTheme.themeSource = theme
      keepTheme(theme)
      return true
    },
  }

  return async (name: unknown, raw: unknown, window: BrowserWindow): Promise<Envelope<unknown>> => {
    const known = hostCallNames.find((each) => each === name)
    if (!known) return { ok: false, error: { code: 'call.unknown', details: {}, ref: null } }
    const input = inputs[known].safeParse(raw)
    try {
      if (!input.success) throw new AppError('input.invalid', { field: known })
      // The table ties each name to its input; a name known only at run time cannot carry that tie.
      const handler = handlers[known] as (input: unknown, window: BrowserWindow) => Promise<unknown>
      return { ok: true, value: await handler(input.data, window) }
    } catch (error) {
      const { code, details } = error instanceof AppError ? error : new AppError('internal')
      log.write('error', 'host.failed', { call: known, code, cause: String((error as Error).cause ?? error) })
      return { ok: false, error: { code, details, ref: null } }
    }
  }
}
