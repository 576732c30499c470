import net from 'node:net'

// The keychain of whoever runs the tests is no place for what they invent. Processes started by a test inherit it.
process.env.INFRAZEN_KEYCHAIN = 'off'

/** Tests talk to this machine only: a socket to anywhere else is a failing test, not a slow one. */
const connect = net.Socket.prototype.connect

net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
  const first = (Array.isArray(args[0]) ? args[0][0] : args[0]) as
    | { host?: string; path?: string }
    | undefined
  const host = typeof first === 'object' ? (first.host ?? 'localhost') : 'localhost'
  if (!first?.path && !['localhost', '127.0.0.1', '::1'].includes(host))
    throw new Error(`a test reached for ${host}`)
  return (connect as (...rest: unknown[]) => net.Socket).apply(this, args)
} as typeof net.Socket.prototype.connect
