import { join } from 'node:path'
import { app, type BrowserWindow, dialog, nativeTheme, session, type Tray, utilityProcess } from 'electron'
import type { NodePorts } from '#main/adapters/node-ports.ts'
import { channels } from '#shared/contract/host.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { localeOf, nativeTexts } from '#shared/texts/native.ts'
import type { BackendOptions } from '../channel/run-backend.ts'
import { superviseBackend } from '../channel/supervisor.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { createFileIntake } from '../page/file-intake.ts'
import { guardPages } from './guards.ts'
import { createHostCalls } from './host-calls.ts'
import { answerPage } from './ipc.ts'
import { setMenu } from './menu.ts'
import { servePage } from './protocol.ts'
import { offerRecovery, tellRecovered } from './recovery.ts'
import { runSmoke } from './smoke.ts'
import { addTray } from './tray.ts'
import { focusWindow, openWindow } from './window.ts'
import { openWindowState } from './window-state.ts'

type Parts = {
  ports: NodePorts
  options: BackendOptions
  isSmoke: boolean
  fail(error: unknown, isSecondFailure?: boolean): void
  leave(code: number): void
}

const CLOSE_LIMIT_MS = 5000

/** Joins window, backend, menu and tray, from the moment Electron is ready until everything is closed. */
export async function openApplication({ ports, options, isSmoke, fail, leave }: Parts): Promise<void> {
  const { log, paths } = ports
  const { dataFolder } = paths
  const { isPackaged } = app
  const outFolder = join(import.meta.dirname, '..')
  const isMac = process.platform === 'darwin'
  const locale = localeOf(app.getLocale())
  const texts = nativeTexts[locale]
  const state = openWindowState(join(dataFolder, 'window.json'), log)
  nativeTheme.themeSource = state.get().theme
  let window: BrowserWindow | null = null
  let tray: Tray | null = null

  function open(): BrowserWindow {
    if (window) focusWindow(window)
    else {
      window = openWindow({ preload: join(outFolder, 'preload/preload.cjs'), state, isPackaged, log })
      window.on('closed', () => {
        window = null
      })
    }
    return window
  }

  const noteFailed = (error: unknown): void => log.write('error', 'dialog', { error })

  async function recoverOrLeave(error: AppError, recover: () => void): Promise<void> {
    if (!(await offerRecovery(error, locale))) return leave(exitCodeOf(error.code))
    recover()
    // Its questions were answered with the damage.
    window?.webContents.reload()
    open()
  }

  const backend = superviseBackend({
    launch: (recovers) => {
      const script = join(outFolder, 'main/backend.js')
      return utilityProcess.fork(script, [JSON.stringify({ ...options, dataFolder, recovers })], {
        serviceName: 'InfraZen',
      })
    },
    log,
    clientKey: ports.ids.secret(),
    onEvent: (event) => window?.webContents.send(channels.event, event),
    onRestarted: () => {
      const words = { type: 'warning', message: texts.restarted, detail: texts.restartedNext } as const
      if (window) dialog.showMessageBox(window, words).catch(noteFailed)
    },
    onRecovered: (recovery) => {
      tellRecovered(open(), recovery, locale).catch(noteFailed)
    },
    onStopped: (error, hadStarted, recover) => {
      window?.hide()
      // Nobody is there to press a button in the check of a package.
      if (recover && !isSmoke) recoverOrLeave(error, recover).catch(fail)
      else fail(error, hadStarted)
    },
  })

  guardPages(session.defaultSession, log)
  servePage(join(outFolder, 'renderer'))
  const intake = createFileIntake(ports)
  const hostCall = createHostCalls({ texts, paths, log, state, intake, call: backend.call })
  answerPage({ call: backend.call, hostCall, intake, findWindow: () => window, log })
  setMenu({ texts, isMac, isPackaged, send: (command) => open().webContents.send(channels.menu, command) })

  app.on('second-instance', open)
  app.on('activate', open)
  app.on('window-all-closed', () => {
    if (!isMac) app.quit()
  })
  // By now the windows are closed: no page is left to see its answers stop.
  app.on('will-quit', (event) => {
    event.preventDefault()
    tray?.destroy()
    backend.close(CLOSE_LIMIT_MS).then(() => leave(0), fail)
  })

  const first = open()
  if (!isSmoke) tray = addTray({ texts, isMac, open })
  else {
    await runSmoke({ call: backend.call, window: first })
    app.quit()
  }
}
