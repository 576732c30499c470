import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog } from 'electron'
import { makeFolder } from '#main/adapters/make-folder.ts'
import { createNodePorts } from '#main/adapters/node-ports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { describeError } from '#shared/texts/errors.ts'
import { localeOf, nativeTexts } from '#shared/texts/native.ts'
import type { BackendOptions } from '../channel/run-backend.ts'
import { exitCodeOf, exitCodes } from '../exit-codes.ts'
import { openApplication } from './application.ts'
import { commandIn, runCommand } from './command.ts'
import { registerPageScheme } from './protocol.ts'

app.enableSandbox()
registerPageScheme()

// Chromium's own switches stand on the same command line; unpackaged, so does the program's folder.
const args = process.argv.slice(app.isPackaged ? 1 : 2)
const command = commandIn(args)
if (command) runCommand(command).catch(() => app.exit(exitCodes.failed))
else openWindows()

function openWindows(): void {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { data: { type: 'string' }, now: { type: 'string' }, smoke: { type: 'boolean' } },
  })
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  const isSmoke = values.smoke === true
  const nowIso = Number.isNaN(Date.parse(text(values.now) ?? '')) ? undefined : text(values.now)
  const options: BackendOptions = {
    host: 'electron',
    version: app.getVersion(),
    dataFolder: isSmoke ? mkdtempSync(join(tmpdir(), 'infrazen-smoke-')) : text(values.data),
    nowIso,
    checksOutputs: !app.isPackaged,
  }
  const ports = createNodePorts({ ...options, env: process.env })
  const { log, paths } = ports

  function leave(code: number): void {
    log.flush()
    if (isSmoke) rmSync(paths.dataFolder, { recursive: true, force: true, maxRetries: 3 })
    app.exit(code)
  }

  /** A sentence and an exit code; the stack goes to the log alone. */
  function fail(error: unknown, isSecondFailure = false): void {
    const known = error instanceof AppError ? error : new AppError('internal')
    log.write('error', 'host.failed', { code: known.code, stack: (error as Error).stack })
    const locale = localeOf(app.getLocale())
    const texts = nativeTexts[locale]
    const said = describeError(known, locale)
    const [title, message] = isSecondFailure
      ? [texts.stopped, texts.stoppedNext.replace('{logs}', paths.logsFolder)]
      : [texts.notStarted, `${said.title}\n\n${said.next}`]
    // Nobody is there to press a button in the check of a package.
    if (isSmoke) console.error(`${title}: ${message}`, error)
    else dialog.showErrorBox(title, message)
    leave(exitCodeOf(known.code))
  }

  /** Chromium's own files lie with ours, so that one data folder has one instance. */
  function takeFolder(): void {
    const folder = join(paths.dataFolder, 'browser')
    try {
      makeFolder(folder)
    } catch (error) {
      throw new AppError('store.noPermission', { path: paths.dataFolder }, { cause: error })
    }
    app.setPath('userData', folder)
    app.setAppUserModelId('app.infrazen.desktop')
  }

  process.on('uncaughtException', (error) => fail(error))

  async function start(): Promise<void> {
    takeFolder()
    if (!app.requestSingleInstanceLock()) return leave(0)
    await app.whenReady()
    await openApplication({ ports, options, isSmoke, fail, leave })
  }

  // Not awaited: Electron becomes ready only after this file has been evaluated to its end.
  start().catch(fail)
}
