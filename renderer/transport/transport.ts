import type { Bridge } from '#shared/contract/bridge.ts'
import { createHttpTransport } from './http-transport.ts'
import { createIpcTransport } from './ipc-transport.ts'
import type { Transport } from './types.ts'

declare global {
  // A property of the global object: what the preload exposes.
  var infrazen: Bridge | undefined
}

/** Chosen once: the window's bridge where there is one, else HTTP to the program that served this page. */
export const transport: Transport = globalThis.infrazen
  ? createIpcTransport(globalThis.infrazen)
  : createHttpTransport()

/** `darwin` writes ⌘ where the others write Ctrl. */
export const platform: string =
  globalThis.infrazen?.platform ?? (navigator.userAgent.includes('Mac') ? 'darwin' : 'other')
