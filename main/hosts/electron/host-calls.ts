import { type BrowserWindow, nativeTheme, shell } from 'electron'
import { z } from 'zod'
import type { Log, Paths } from '#main/ports/ports.ts'
import type { HostCallName, HostCalls } from '#shared/contract/host.ts'
import { AppError, type Envelope } from '#shared/errors/app-error.ts'
import type { NativeTexts } from '#shared/texts/native.ts'
import { findExport } from '../page/export-file.ts'
import { type FileIntake, fileExtensions } from '../page/file-intake.ts'
import { createRestraint } from '../page/restraint.ts'
import { openExternal } from './open-external.ts'
import { openFiles } from './open-files.ts'
import { saveCopy, saveFile } from './save-file.ts'
import { theme, type WindowState } from './window-state.ts'

type Parts = {
  texts: NativeTexts
  paths: Pick<Paths, 'dataFolder' | 'exportsFolder'>
  log: Log
  state: WindowState
  intake: FileIntake
  /** Of the backend. */
  call(name: string, input: unknown): Promise<Envelope<unknown>>
}
type Answer<N extends HostCallName> = Promise<ReturnType<HostCalls[N]>>

const file = z.strictObject({
  fileName: z.string().min(1).max(300),
  mediaType: z.string().max(100),
  data: z.string().max(200_000_000),
  encoding: z.enum(['utf8', 'base64']),
})

const exported = z.strictObject({ id: z.string().max(64), fileName: z.string().max(300) })

function read<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const input = schema.safeParse(raw)
  if (!input.success)
    throw new AppError('input.invalid', { field: input.error.issues[0]?.path.join('.') || '—' })
  return input.data
}

/** What only a window can do, answered in the same envelope as the backend's calls. */
export function createHostCalls({ texts, paths, log, state, intake, call }: Parts) {
  const { sparingly, oneDialog } = createRestraint()

  const calls: { [N in HostCallName]: (raw: unknown, window: BrowserWindow) => Answer<N> } = {
    'host.saveFile': async (raw, window) => {
      const input = read(file, raw)
      return oneDialog(null, () => saveFile(window, input, texts))
    },
    'host.openFiles': async (raw, window) => {
      const { kind } = read(
        z.strictObject({ kind: z.enum(Object.keys(fileExtensions) as (keyof typeof fileExtensions)[]) }),
        raw,
      )
      return oneDialog([], () => openFiles(window, kind, { intake, texts }))
    },
    'host.saveExport': async (raw, window) => {
      const { id } = read(exported, raw)
      return oneDialog(null, async () =>
        saveCopy(window, await findExport(call, paths.exportsFolder, id), texts),
      )
    },
    'host.openDataFolder': () => sparingly(async () => (await shell.openPath(paths.dataFolder)) === ''),
    'host.openLink': async (raw) => {
      const { url } = read(z.strictObject({ url: z.string() }), raw)
      return sparingly(() => openExternal(url, log))
    },
    'host.setTheme': async (raw) => {
      const chosen = read(z.strictObject({ theme }), raw)
      nativeTheme.themeSource = chosen.theme
      state.keep(chosen)
      return true
    },
  }

  return async (name: string, raw: unknown, window: BrowserWindow): Promise<Envelope<unknown>> => {
    try {
      if (!Object.hasOwn(calls, name)) throw new AppError('call.unknown')
      return { ok: true, value: await calls[name as HostCallName](raw, window) }
    } catch (error) {
      const { code, details } = error instanceof AppError ? error : new AppError('internal')
      log.write('error', 'host.failed', { call: name, code, cause: String((error as Error).cause ?? error) })
      return { ok: false, error: { code, details, ref: null } }
    }
  }
}
