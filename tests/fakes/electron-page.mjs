// The `electron` that a preload sees, with a recorder behind it.
import { EventEmitter } from 'node:events'

const bus = new EventEmitter()
export const seen = { world: '', bridge: null, invoked: [] }

export const contextBridge = {
  exposeInMainWorld(world, bridge) {
    seen.world = world
    seen.bridge = bridge
  },
}
export const ipcRenderer = {
  invoke: async (...args) => void seen.invoked.push(args),
  on: (channel, listener) => bus.on(channel, listener),
  removeListener: (channel, listener) => bus.removeListener(channel, listener),
}
/** In a page a file knows where it lies; only this function of Electron's can tell. */
export const webUtils = { getPathForFile: ({ path }) => path }
/** As the main process would: the first argument is Electron's own event, which no page may hold. */
export const push = (channel, value) => bus.emit(channel, { sender: ipcRenderer }, value)
export const countListeners = () => bus.eventNames().length
