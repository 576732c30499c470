import { BrowserWindow, nativeImage, nativeTheme, screen } from 'electron'
import type { Log } from '#main/ports/ports.ts'
import icon from '#resources/icons/png/256x256.png?inline'
import { PAGE_URL } from './protocol.ts'
import { fitToDisplays, MIN_SIZE, type WindowState } from './window-state.ts'

type Parts = { preload: string; state: WindowState; isPackaged: boolean; log: Log }

const SIZE = { width: 1440, height: 900 }
const CRASHES_BORNE = 3

export function openWindow({ preload, state, isPackaged, log }: Parts): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...SIZE,
    ...fitToDisplays(state.get().bounds, areas),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'InfraZen',
    icon: nativeImage.createFromDataURL(icon),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0B101B' : '#F8FAFC',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: !isPackaged,
      // The spelling checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  })
  if (state.get().isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    state.keep({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
  })
  window.on('page-title-updated', (event) => event.preventDefault())

  let crashes = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.write('error', 'page.gone', { reason })
    crashes += 1
    if (reason !== 'clean-exit' && crashes <= CRASHES_BORNE) window.webContents.reload()
  })
  window.loadURL(PAGE_URL).catch((error) => log.write('error', 'page.notLoaded', { message: String(error) }))
  return window
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
