// Evaluates a built preload and prints what it gave the page.
import { createRequire } from 'node:module'
import { countListeners, push, seen } from './electron-page.mjs'

createRequire(import.meta.url)(process.argv[2])

const { bridge } = seen
const kindsOf = (object) =>
  Object.keys(object)
    .sort()
    .map((name) => [name, typeof object[name]])

for (const group of ['call', 'host'])
  for (const name of Object.keys(bridge[group])) await bridge[group][name]({ asked: name }, 'never sent')

const heard = []
const stop = bridge.subscribe((...args) => heard.push(args))
const stopMenu = bridge.onMenu((...args) => heard.push(args))
push('infrazen:event', { name: 'data.changed' })
push('infrazen:menu', 'palette')
stop()
stopMenu()
push('infrazen:event', { name: 'data.changed' })

const surface = {
  world: seen.world,
  keys: Object.keys(bridge).sort(),
  kinds: Object.fromEntries(kindsOf(bridge)),
  call: kindsOf(bridge.call),
  host: kindsOf(bridge.host),
  isFrozen: [bridge, bridge.call, bridge.host].map(Object.isFrozen),
  invoked: seen.invoked,
  heard,
  leftListeners: countListeners(),
}
process.stdout.write(JSON.stringify(surface))
