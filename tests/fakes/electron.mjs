// A stand-in for the `electron` module: it keeps what the host asks of it, and a test steers it through `process.send`.
// The backend's process is real, and so is everything else of ours: only Electron is not.
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'

const backendDoor = new URL('./electron-utility.mjs', import.meta.url)
const seen = { order: [], dialogs: [], opened: [], schemes: [], tray: null, menu: [], themeSource: 'system' }
const windows = []
const children = []
const ipcHandlers = new Map()
const schemeHandlers = new Map()
const paths = new Map()
let saveAnswer = null
let openAnswer = []
let isReady = false
const ready = Promise.withResolvers()

/** A test that waits for something looks again. */
function tellChange() {
  if (process.connected) process.send({ changed: true }, () => undefined)
}

function note(what) {
  seen.order.push(what)
  tellChange()
}

function noteDialog(what) {
  seen.dialogs.push(what)
  tellChange()
}

function preventable(details = {}) {
  const event = { ...details, defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) }
  return event
}

class App extends EventEmitter {
  isPackaged = process.env.FAKE_PACKAGED === '1'
  enableSandbox = () => note('enableSandbox')
  getVersion = () => '0.0.0-test'
  getLocale = () => (isReady ? (process.env.FAKE_LOCALE ?? 'ru') : '')
  getPath = (name) => paths.get(name) ?? process.env.FAKE_DOWNLOADS ?? '/'
  setPath = (name, path) => paths.set(name, path)
  setAppUserModelId = () => undefined
  requestSingleInstanceLock() {
    note('lock')
    return process.env.FAKE_IS_SECOND !== '1'
  }
  whenReady = () => ready.promise
  quit() {
    const early = preventable()
    this.emit('before-quit', early)
    if (early.defaultPrevented) return
    for (const window of [...windows]) window.close()
    const late = preventable()
    this.emit('will-quit', late)
    if (!late.defaultPrevented) this.exit(0)
  }
  exit(code = 0) {
    note(`exit ${code}`)
    if (process.connected) process.send({ exit: code, seen: report() }, () => process.exit(code))
    else process.exit(code)
  }
}
export const app = new App()

/** As in Electron, nothing is ready before the entry file has been evaluated to its end. */
export function codeLoaded() {
  isReady = true
  note('ready')
  ready.resolve()
}

class WebContents extends EventEmitter {
  sent = []
  reloads = 0
  mainFrame = { url: 'about:blank', parent: null }
  openHandler = () => ({ action: 'allow' })
  send = (channel, value) => this.sent.push({ channel, value })
  setWindowOpenHandler = (handler) => (this.openHandler = handler)
  setWebRTCIPHandlingPolicy = (policy) => (this.webRtc = policy)
  executeJavaScript = async () => 1
  reload() {
    this.reloads += 1
  }
}

export class BrowserWindow extends EventEmitter {
  webContents = new WebContents()
  isShown = false
  focused = 0
  maximized = false
  constructor(options) {
    super()
    this.options = options
    windows.push(this)
    note('window')
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url) {
    this.webContents.mainFrame.url = url
    await Promise.resolve()
    this.emit('ready-to-show')
  }
  maximize = () => (this.maximized = true)
  isMaximized = () => this.maximized
  isMinimized = () => false
  getNormalBounds = () => ({ x: 40, y: 30, width: 1200, height: 800 })
  show() {
    this.isShown = true
    tellChange()
  }
  hide() {
    this.isShown = false
    tellChange()
  }
  focus = () => (this.focused += 1)
  close() {
    this.emit('close', preventable())
    windows.splice(windows.indexOf(this), 1)
    this.emit('closed')
    if (windows.length === 0) setImmediate(() => app.emit('window-all-closed'))
  }
}

class UtilityProcess extends EventEmitter {
  constructor(path, args) {
    super()
    this.child = fork(backendDoor, args, {
      serialization: 'advanced',
      env: { ...process.env, FAKE_UTILITY: path },
      execArgv: [],
    })
    this.child.on('message', (message) => this.emit('message', message))
    this.child.on('exit', (code) => this.emit('exit', code ?? 1))
    children.push(this.child)
  }
  // As in Electron, what is posted to a process that has just died is lost and nothing more.
  postMessage = (message) => this.child.send(message, () => undefined)
  kill = () => this.child.kill()
}
export const utilityProcess = { fork: (path, args) => new UtilityProcess(path, args) }

export class Tray extends EventEmitter {
  setToolTip = (text) => (seen.tray = { tip: text, items: [] })
  setContextMenu = (menu) => (seen.tray.items = menu.items)
  destroy = () => (seen.tray = null)
  constructor() {
    super()
    trays.push(this)
  }
}
const trays = []

export const Menu = {
  buildFromTemplate: (items) => ({ items }),
  setApplicationMenu: ({ items }) => {
    seen.menu = items
  },
}
const image = { setTemplateImage: () => undefined, resize: () => image, isEmpty: () => false }
export const nativeImage = { createFromDataURL: () => image }
export const nativeTheme = {
  shouldUseDarkColors: false,
  set themeSource(value) {
    seen.themeSource = value
  },
}
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
}
export const shell = {
  openExternal: async (url) => void seen.opened.push(url),
  openPath: async (path) => {
    seen.opened.push(path)
    return ''
  },
}
export const dialog = {
  showErrorBox: (title, text) => noteDialog({ kind: 'error', title, text }),
  showMessageBox: async (...args) => {
    const { message, detail, buttons, cancelId = 0 } = args.at(-1)
    noteDialog({ kind: 'message', title: message, text: detail, buttons })
    const pressed = buttons?.indexOf(process.env.FAKE_PRESS) ?? -1
    return { response: pressed < 0 ? cancelId : pressed, checkboxChecked: false }
  },
  showOpenDialog: async (_window, options) => {
    noteDialog({ kind: 'open', title: options.title, text: options.properties.join(' ') })
    return { canceled: openAnswer.length === 0, filePaths: openAnswer }
  },
  showSaveDialog: async (_window, options) => {
    noteDialog({ kind: 'save', title: options.title, text: options.defaultPath })
    return saveAnswer === null ? { canceled: true } : { canceled: false, filePath: saveAnswer }
  },
}
export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    note('schemes')
    seen.schemes.push(...schemes)
  },
  handle: (scheme, handler) => schemeHandlers.set(scheme, handler),
}
export const ipcMain = {
  handle: (channel, handler) => {
    if (ipcHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    ipcHandlers.set(channel, handler)
  },
}
class Session extends EventEmitter {
  setPermissionRequestHandler = (handler) => (this.request = handler)
  setPermissionCheckHandler = (handler) => (this.check = handler)
  setDevicePermissionHandler = (handler) => (this.device = handler)
  webRequest = { onBeforeRequest: (filter, listener) => (this.network = { filter, listener }) }
}
export const session = { defaultSession: new Session() }

const report = () => ({
  ...seen,
  tray: seen.tray?.items.map(({ label }) => label ?? '') ?? null,
  menu: seen.menu.map(({ label, submenu }) => ({
    label,
    items: submenu.map(({ id, role, label: text, accelerator }) => ({ id, role, label: text, accelerator })),
  })),
  windows: windows.map(({ options, isShown, focused, maximized, webContents }) => ({
    options: { ...options, icon: undefined },
    isShown,
    focused,
    maximized,
    url: webContents.mainFrame.url,
    reloads: webContents.reloads,
    sent: webContents.sent,
  })),
})

/** Who asks: our page, a frame inside it, a page from elsewhere in our window, or another window's contents. */
function senderOf(kind) {
  const contents = windows[0].webContents
  const { mainFrame } = contents
  if (kind === 'frame') return { sender: contents, senderFrame: { url: mainFrame.url, parent: mainFrame } }
  if (kind === 'elsewhere')
    return { sender: contents, senderFrame: { url: 'https://infrazen.evil/', parent: null } }
  if (kind === 'lookalike')
    return { sender: contents, senderFrame: { url: 'app://infrazen.evil/', parent: null } }
  if (kind === 'gone') return { sender: contents, senderFrame: null }
  if (kind === 'stranger')
    return { sender: new WebContents(), senderFrame: { url: mainFrame.url, parent: null } }
  return { sender: contents, senderFrame: mainFrame }
}

const verbs = {
  report,
  invoke: (kind, channel, ...args) => ipcHandlers.get(channel)(senderOf(kind), ...args),
  channels: () => [...ipcHandlers.keys()].sort(),
  async request(url, method = 'GET') {
    const answer = await schemeHandlers.get('app')(new Request(url, { method }))
    const body = Buffer.from(await answer.arrayBuffer()).toString('base64')
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body }
  },
  permission: (name) => new Promise((resolve) => session.defaultSession.request(null, name, resolve)),
  permissionCheck: () => session.defaultSession.check(),
  devicePermission: () => session.defaultSession.device(),
  webRtc: () => windows[0].webContents.webRtc,
  /** What becomes of a request to the network, if anybody looks at it. */
  reach(url) {
    const { filter, listener } = session.defaultSession.network
    const isSeen = filter.urls.some((pattern) => url.startsWith(pattern.slice(0, pattern.indexOf('*'))))
    return isSeen ? new Promise((resolve) => listener({ url }, resolve)) : {}
  },
  download: () => emitPreventable(session.defaultSession, 'will-download'),
  contents: (name, details) => emitPreventable(windows[0].webContents, name, details),
  windowOpen: (url) => windows[0].webContents.openHandler({ url }).action,
  certificate() {
    const event = preventable()
    let isTrusted = null
    app.emit('certificate-error', event, null, '', '', null, (answer) => (isTrusted = answer))
    return { isTrusted, isPrevented: event.defaultPrevented }
  },
  appEvent: (name) => app.emit(name, preventable()),
  pageGone: (reason) => windows[0].webContents.emit('render-process-gone', {}, { reason }),
  menu(id) {
    const item = seen.menu.flatMap(({ submenu }) => submenu).find((each) => each.id === id)
    item.click()
  },
  trayClick: () => trays[0].emit('click'),
  closeWindow: () => windows[0].close(),
  quit: () => app.quit(),
  saveTo(path) {
    saveAnswer = path
  },
  openPaths(paths) {
    openAnswer = paths
  },
  killBackend: () => children.at(-1).kill('SIGKILL'),
  freezeBackend: () => children.at(-1).kill('SIGSTOP'),
  children: () => children.map(({ pid }) => pid),
}

function emitPreventable(emitter, name, details) {
  const event = preventable(details)
  emitter.emit(name, event)
  return event.defaultPrevented
}

process.on('message', async ({ id, verb, args }) => {
  let answer
  try {
    answer = { id, value: await verbs[verb](...args) }
  } catch (error) {
    answer = { id, error: String(error?.message ?? error) }
  }
  if (process.connected) process.send(answer)
})
process.on('disconnect', () => process.exit(1))
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})
