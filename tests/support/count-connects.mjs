/**
 * Preloaded by `--import`: notes down every way by which this process reaches for a network, before anything happens.
 * What was noted is written to the file that COUNT_CONNECTS names, a line an attempt. Local sockets are no network.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

const file = process.env.COUNT_CONNECTS
const note = (what, to) => appendFileSync(file, `${what} ${to}\n`)

/** Puts a note before a function of a module. */
function watch(holder, name, toOf = () => '') {
  const plain = holder[name]
  if (typeof plain !== 'function') throw new Error(`there is no ${name} to watch`)
  holder[name] = function watched(...args) {
    const to = toOf(args)
    if (to !== null) note(name, to)
    return plain.apply(this, args)
  }
}

const shown = (value) =>
  typeof value === 'object' ? JSON.stringify(value?.href ?? value?.host ?? '') : String(value)

watch(net.Socket.prototype, 'connect', ([first]) => {
  const options = Array.isArray(first) ? first[0] : first
  const isLocal = typeof options === 'string' ? !/^\d+$/.test(options) : Boolean(options?.path)
  return isLocal ? null : shown(options)
})
watch(dgram.Socket.prototype, 'send')
watch(dgram.Socket.prototype, 'bind')
watch(dgram.Socket.prototype, 'connect')
watch(tls, 'connect', ([first]) => shown(first))
for (const module of [http, https])
  for (const name of ['request', 'get']) watch(module, name, ([first]) => shown(first))
for (const holder of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of [
    'lookup',
    'lookupService',
    'resolve',
    'resolve4',
    'resolve6',
    'resolveAny',
    'resolveTxt',
    'reverse',
  ])
    if (holder[name]) watch(holder, name, ([host]) => shown(host))
watch(globalThis, 'fetch', ([first]) => shown(first))
const Plain = globalThis.WebSocket
globalThis.WebSocket = class extends Plain {
  constructor(...args) {
    note('WebSocket', shown(args[0]))
    super(...args)
  }
}
syncBuiltinESMExports()
